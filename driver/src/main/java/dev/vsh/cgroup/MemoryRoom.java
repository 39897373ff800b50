package dev.vsh.cgroup;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Whether a running group fits below a lower limit. v1 reclaims what it can when the limit is written, and refuses with
 * EBUSY what is still too low. v2 accepts every limit and kills for it, but {@code memory.high} only reclaims.
 */
record MemoryRoom(Path limit) {
    static final String MAX = "memory.max";

    private static final String BUSY = "Device or resource busy";

    /**
     * For v2. Whatever the container takes in the meantime it is held at, and not killed for.
     *
     * @param value bytes
     * @throws IOException when more is used than the kernel can take back
     */
    void set(String value) throws IOException {
        Path current = limit.resolveSibling("memory.current");
        if (used(current) <= Long.parseLong(value)) {
            Files.writeString(limit, value);
            return;
        }
        Path high = limit.resolveSibling("memory.high");
        String before = Files.readString(high).strip();
        try {
            Files.writeString(high, value);
            if (used(current) > Long.parseLong(value)) {
                throw new FileSystemException(limit.toString(), null, BUSY);
            }
            Files.writeString(limit, value);
        } finally {
            Files.writeString(high, before);
        }
    }

    /**
     * @return what to tell whoever asked for less than is used; nothing when that is not why it failed
     */
    static Optional<String> shortage(Path file, String value, IOException failure) {
        String used =
                switch (String.valueOf(file.getFileName())) {
                    case MAX -> "memory.current";
                    case "memory.limit_in_bytes" -> "memory.usage_in_bytes";
                    case "memory.memsw.limit_in_bytes" -> "memory.memsw.usage_in_bytes";
                    default -> "";
                };
        if (used.isEmpty() || !String.valueOf(failure.getMessage()).endsWith(BUSY)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    "cannot limit memory to %d KiB: processes and files in memory use %d KiB, which the kernel cannot take back"
                            .formatted(
                                    Long.parseLong(value) / 1024,
                                    used(file.resolveSibling(used)) / 1024));
        } catch (IOException | NumberFormatException _) {
            // then the kernel's own words have to do
            return Optional.empty();
        }
    }

    private static long used(Path file) throws IOException {
        return Long.parseLong(Files.readString(file).strip());
    }
}
