package dev.vsh.linux;

/**
 * The array of {@code struct pollfd} for {@link Syscalls#poll}; built anew for each round, in memory
 * that is kept.
 */
public final class PollSet {
    public static final int POLLIN = 1;
    public static final int POLLOUT = 4;
    public static final int POLLERR = 8;
    public static final int POLLHUP = 16;

    private static final int ENTRY = 8;

    private final NativeMemory timespec = new NativeMemory(16);
    private NativeMemory entries = new NativeMemory(16 * ENTRY);
    private int size;

    public void clear() {
        size = 0;
    }

    /**
     * @return the entry's index, for {@link #events(int)}
     */
    public int add(int fd, int events) {
        if ((size + 1L) * ENTRY > entries.size()) {
            grow();
        }
        entries.putInt((long) size * ENTRY, fd);
        entries.putInt((long) size * ENTRY + 4, events);
        return size++;
    }

    private void grow() {
        byte[] old = new byte[size * ENTRY];
        entries.get(0, old, 0, old.length);
        entries = new NativeMemory(entries.size() * 2);
        entries.put(0, old, 0, old.length);
    }

    /** The index that the next entry will have. */
    public int next() {
        return size;
    }

    /** What happened to the entry since the last poll. */
    public int events(int index) {
        return entries.getShort((long) index * ENTRY + 6);
    }

    long address() {
        return entries.address();
    }

    int size() {
        return size;
    }

    NativeMemory timespec() {
        return timespec;
    }
}
