package dev.vsh.helper;

import java.nio.ByteBuffer;

/** The last bytes that a console printed, for whoever attaches later. */
final class ReplayBuffer {
    static final int CAPACITY = 64 * 1024;

    private byte[] bytes = new byte[1024];
    private int start;
    private int length;

    void add(byte[] source, int count) {
        int from = Math.max(0, count - CAPACITY);
        ensure(length + count - from);
        for (int i = from; i < count; i++) {
            bytes[(start + length) % bytes.length] = source[i];
            if (length < bytes.length) {
                length++;
            } else {
                start = (start + 1) % bytes.length;
            }
        }
    }

    /** Grows only when there is something to keep: most consoles print a line or two. */
    private void ensure(int wanted) {
        if (wanted <= bytes.length || bytes.length == CAPACITY) {
            return;
        }
        byte[] larger = new byte[Math.min(CAPACITY, Integer.highestOneBit(wanted) * 2)];
        ByteBuffer.wrap(larger).put(content());
        bytes = larger;
        start = 0;
    }

    /** A copy, oldest byte first. */
    ByteBuffer content() {
        ByteBuffer copy = ByteBuffer.allocate(length);
        int first = Math.min(length, bytes.length - start);
        return copy.put(bytes, start, first).put(bytes, 0, length - first).flip();
    }
}
