package dev.vsh.helper;

import dev.vsh.linux.DeviceFlags;
import dev.vsh.linux.Fd;
import dev.vsh.linux.NativeMemory;
import dev.vsh.linux.OpenFlags;
import dev.vsh.linux.PollSet;
import dev.vsh.linux.Syscalls;
import dev.vsh.linux.SystemCall;

/** What the master end of a pty tells of the other end and of those who read there. */
final class Terminal {
    /** {@code struct termios} of the kernel, {@code asm-generic/termbits.h}: four flag words come first. */
    private static final int TERMIOS = 64;

    private static final int LOCAL_FLAGS = 12;
    private static final int ICANON = 2;

    private final Syscalls syscalls;
    private final int master;
    private final NativeMemory scratch = new NativeMemory(TERMIOS);
    private final PollSet poll = new PollSet();

    Terminal(Syscalls syscalls, int master) {
        this.syscalls = syscalls;
        this.master = master;
    }

    /** Whether something that was typed, an end of file too, has not been read yet. */
    boolean hasUnreadInput() {
        long flags =
                OpenFlags.O_RDWR | OpenFlags.O_NOCTTY | OpenFlags.O_NONBLOCK | OpenFlags.O_CLOEXEC;
        long other =
                syscalls.attempt(SystemCall.IOCTL, master, DeviceFlags.TIOCGPTPEER.value(), flags);
        if (other < 0) {
            return false;
        }
        try (Fd slave = syscalls.adopt(other)) {
            poll.clear();
            int entry = poll.add(slave.number(), PollSet.POLLIN);
            syscalls.poll(poll, 0);
            return (poll.events(entry) & PollSet.POLLIN) != 0;
        }
    }

    /** Whether its reader takes keys instead of lines, as whoever lets a line be edited does. */
    boolean isRaw() {
        long result = ask(DeviceFlags.TCGETS.value());
        return result == 0 && (scratch.getInt(LOCAL_FLAGS) & ICANON) == 0;
    }

    /**
     * Whether a program in the foreground waits for input.
     *
     * @param initPid the ancestor of all that could
     */
    boolean isAwaited(long initPid) {
        long result = ask(DeviceFlags.TIOCGPGRP.value());
        int foreground = scratch.getInt(0);
        return result == 0 && new WaitingProcess(initPid).groupAwaitsInput(foreground);
    }

    private long ask(long request) {
        return syscalls.attempt(SystemCall.IOCTL, master, request, scratch.address());
    }
}
