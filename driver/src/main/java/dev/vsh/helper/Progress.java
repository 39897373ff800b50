package dev.vsh.helper;

import dev.vsh.linux.SharedMemory;
import dev.vsh.linux.Syscalls;

/**
 * How far a child has come, in memory that its helper sees too: a report that costs no system call, of which a child has
 * hundreds to make.
 */
final class Progress implements AutoCloseable {
    private static final int INSTRUCTION = 0;
    private static final int ERRNO = 4;
    private static final int SIZE = 8;

    private final SharedMemory memory;

    Progress(Syscalls syscalls) {
        this.memory = new SharedMemory(syscalls, SIZE);
        begin(-1);
    }

    /** Said before an instruction. */
    void begin(int instruction) {
        memory.putInt(INSTRUCTION, instruction);
    }

    /** Said when the last one has failed. */
    void fail(int errno) {
        memory.putInt(ERRNO, errno);
    }

    /** The last one that was begun, -1 for none. */
    int instruction() {
        return memory.getInt(INSTRUCTION);
    }

    /** What it failed with, 0 when it has not. */
    int errno() {
        return memory.getInt(ERRNO);
    }

    @Override
    public void close() {
        memory.close();
    }
}
