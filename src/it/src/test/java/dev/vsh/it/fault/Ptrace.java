package dev.vsh.it.fault;

import dev.vsh.linux.NativeMemory;
import dev.vsh.linux.Syscalls;
import dev.vsh.linux.SystemCall;

import java.lang.ref.Reference;
import java.util.List;
import java.util.Optional;

/** ptrace(2), for the one thread that traces. A process that has been killed meanwhile answers nothing. */
final class Ptrace {
    /** {@code linux/ptrace.h}. */
    private static final long SEIZE = 0x4206;

    private static final long INTERRUPT = 0x4207;
    private static final long LISTEN = 0x4208;
    private static final long SYSCALL = 24;
    private static final long GET_SYSCALL_INFO = 0x420e;

    private static final int INFO_SIZE = 88;
    private static final byte INFO_ENTRY = 1;

    /** Stops for calls can be told from signals, threads are followed, and nobody outlives the tracer. */
    private static final long OPTIONS = 0x1 | 0x8 | 0x100000;

    /** However they are made: fork(2) or vfork(2). */
    private static final long FOLLOW_CHILDREN = 0x2 | 0x4;

    /** {@code linux/wait.h}: all threads, but those only that this one traces. */
    private static final long OF_THIS_THREAD = 0x40000000 | 0x20000000;

    private final Syscalls syscalls = new Syscalls();
    private final NativeMemory info = new NativeMemory(INFO_SIZE);
    private final NativeMemory status = new NativeMemory(4);

    /** What happened to which thread. */
    record Event(long thread, int status) {
        private static final int STOPPED = 0x7f;

        boolean isEnd() {
            return (status & 0xff) != STOPPED;
        }

        int signal() {
            return status >> 8 & 0xff;
        }

        int event() {
            return status >> 16;
        }
    }

    /** A call that a thread is about to make. */
    record Entry(long number, List<Long> arguments) {}

    boolean seize(long thread, boolean followChildren) {
        return call(SEIZE, thread, 0, OPTIONS | (followChildren ? FOLLOW_CHILDREN : 0)) == 0;
    }

    void interrupt(long thread) {
        call(INTERRUPT, thread, 0, 0);
    }

    /** Goes on until its next system call begins or ends. */
    void resume(long thread, int signal) {
        call(SYSCALL, thread, 0, signal);
    }

    /** Stays stopped, as somebody's SIGSTOP wanted. */
    void leaveStopped(long thread) {
        call(LISTEN, thread, 0, 0);
    }

    /** Empty when no process is traced any more. */
    Optional<Event> await() {
        long thread =
                syscalls.attemptUninterrupted(
                        SystemCall.WAIT4, -1, status.address(), OF_THIS_THREAD, 0);
        return thread < 0 ? Optional.empty() : Optional.of(new Event(thread, status.getInt(0)));
    }

    /** Empty when the stop is at the end of a call. */
    Optional<Entry> entry(long thread) {
        long size = call(GET_SYSCALL_INFO, thread, INFO_SIZE, info.address());
        byte[] kind = new byte[1];
        info.get(0, kind, 0, 1);
        Reference.reachabilityFence(info);
        return size <= 0 || kind[0] != INFO_ENTRY
                ? Optional.empty()
                : Optional.of(
                        new Entry(
                                info.getLong(24),
                                List.of(info.getLong(32), info.getLong(40), info.getLong(48))));
    }

    void kill(long pid) {
        syscalls.attempt(SystemCall.KILL, pid, 9);
    }

    private long call(long request, long thread, long address, long data) {
        return syscalls.attempt(SystemCall.PTRACE, request, thread, address, data);
    }
}
