package dev.vsh.helper;

import java.nio.ByteBuffer;

/** The last bytes that a console printed, for whoever attaches later. */
final class ReplayBuffer {
    static final int CAPACITY = 64 * 1024;

    private byte[] bytes = new byte[1024];
    private int start;
    private int length;

    void add(byte[] source, int count) {
        int added = Math.min(count, CAPACITY);
        ensure(length + added);
        int dropped = Math.max(0, length + added - bytes.length);
        start = (start + dropped) % bytes.length;
        length -= dropped;
        // In blocks: the helper's interpreter takes long over a loop.
        int end = (start + length) % bytes.length;
        int first = Math.min(added, bytes.length - end);
        System.arraycopy(source, count - added, bytes, end, first);
        System.arraycopy(source, count - added + first, bytes, 0, added - first);
        length += added;
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
