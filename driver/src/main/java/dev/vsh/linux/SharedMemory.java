package dev.vsh.linux;

import com.sun.jna.Pointer;

import java.util.List;

/**
 * Memory, zeroed, that a child of {@code clone(2)} shares with whoever cloned it, until it becomes another program: mmap(2)
 * with MAP_SHARED.
 */
public final class SharedMemory implements AutoCloseable {
    private static final long PROT_READ_WRITE = 1 | 2;
    private static final long MAP_SHARED_ANONYMOUS = 0x01 | 0x20;

    private final Syscalls syscalls;
    private final long size;
    private final Pointer memory;

    /**
     * @param size in bytes; the kernel gives whole pages
     * @throws SyscallException when the kernel has no memory to give
     */
    public SharedMemory(Syscalls syscalls, long size) {
        this.syscalls = syscalls;
        this.size = size;
        this.memory =
                new Pointer(
                        syscalls.require(
                                SystemCall.MMAP,
                                List.of(size + " bytes"),
                                0,
                                size,
                                PROT_READ_WRITE,
                                MAP_SHARED_ANONYMOUS,
                                -1,
                                0));
    }

    public void putInt(long offset, int value) {
        memory.setInt(offset, value);
    }

    public int getInt(long offset) {
        return memory.getInt(offset);
    }

    /** Only of this process: a child keeps its own view. */
    @Override
    public void close() {
        syscalls.attempt(SystemCall.MUNMAP, Pointer.nativeValue(memory), size);
    }
}
