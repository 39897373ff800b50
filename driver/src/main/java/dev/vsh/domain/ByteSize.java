package dev.vsh.domain;

import java.util.Locale;

/**
 * An amount of memory or storage.
 *
 * @param bytes not negative
 */
public record ByteSize(long bytes) implements Comparable<ByteSize> {
    public ByteSize {
        if (bytes < 0) {
            throw new IllegalArgumentException("a size cannot be negative: " + bytes);
        }
    }

    public static ByteSize ofKibibytes(long kibibytes) {
        return new ByteSize(Math.multiplyExact(kibibytes, 1024L));
    }

    /**
     * @param unit {@code KiB} (1024 bytes), {@code KB} (1000 bytes), {@code k} (1024 bytes) and so on up to E, or {@code
     *     bytes}; in any case
     * @throws ArithmeticException if there are more bytes than a long can count
     */
    public static ByteSize of(long number, String unit) {
        String lower = unit.toLowerCase(Locale.ROOT);
        int power = "kmgtpe".indexOf(lower.charAt(0)) + 1;
        long base = lower.length() == 2 ? 1000 : 1024;
        long bytes = number;
        for (int i = 0; i < power; i++) {
            bytes = Math.multiplyExact(bytes, base);
        }
        return new ByteSize(bytes);
    }

    /** Rounded up, as libvirt does when it normalises a size to KiB. */
    public long toKibibytes() {
        return Math.ceilDiv(bytes, 1024L);
    }

    @Override
    public int compareTo(ByteSize other) {
        return Long.compare(bytes, other.bytes);
    }
}
