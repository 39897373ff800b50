package dev.vsh.driver.lxc;

import dev.vsh.linux.Fd;
import dev.vsh.linux.NativeMemory;
import dev.vsh.linux.OpenFlags;
import dev.vsh.linux.SyscallException;
import dev.vsh.linux.Syscalls;

import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The named pipe on which an init takes requests for another runlevel. */
final class InitctlFifo {
    private static final List<String> PLACES =
            List.of("run/initctl", "dev/initctl", "etc/.initctl");

    // struct init_request of sysvinit, src/initreq.h
    private static final int SIZE = 384;
    private static final int MAGIC = 0x03091969;
    private static final int COMMAND_RUNLEVEL = 1;

    private static final int TYPE_OF_FILE = 0170000;
    private static final int FIFO = 0010000;

    private final Syscalls syscalls;
    private final long initPid;

    InitctlFifo(Syscalls syscalls, long initPid) {
        this.syscalls = syscalls;
        this.initPid = initPid;
    }

    /**
     * @return whether there is one, and somebody who reads it
     */
    boolean request(char runlevel) {
        try (Fd root = syscalls.open("/proc/" + initPid + "/root", OpenFlags.O_PATH)) {
            for (String place : PLACES) {
                Optional<Fd> fifo = open(root, place);
                if (fifo.isPresent()) {
                    try (Fd found = fifo.get()) {
                        return write(found, runlevel);
                    }
                }
            }
        } catch (SyscallException _) {
            // It has just ended, or the pipe is full of requests that nobody reads.
        }
        return false;
    }

    /** Without waiting for a reader; and by no link out of the container, to the host's own. */
    private Optional<Fd> open(Fd root, String place) {
        try (Fd seen = syscalls.openInRoot(root, place, OpenFlags.O_PATH)) {
            if (!isFifo(seen)) {
                return Optional.empty();
            }
            return Optional.of(
                    syscalls.open(
                            "/proc/self/fd/" + seen.number(),
                            OpenFlags.O_WRONLY | OpenFlags.O_NONBLOCK));
        } catch (SyscallException _) {
            return Optional.empty();
        }
    }

    private static boolean isFifo(Fd file) {
        try {
            Path opened = Path.of("/proc/self/fd/" + file.number());
            int mode = (Integer) Files.getAttribute(opened, "unix:mode");
            return (mode & TYPE_OF_FILE) == FIFO;
        } catch (IOException _) {
            return false;
        }
    }

    private boolean write(Fd fifo, char runlevel) {
        NativeMemory request = new NativeMemory(SIZE);
        request.putInt(0, MAGIC);
        request.putInt(4, COMMAND_RUNLEVEL);
        request.putInt(8, runlevel);
        try {
            return syscalls.write(fifo.number(), request, 0, SIZE) == SIZE;
        } finally {
            Reference.reachabilityFence(request);
        }
    }
}
