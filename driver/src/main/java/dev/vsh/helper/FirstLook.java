package dev.vsh.helper;

import dev.vsh.linux.Fd;
import dev.vsh.linux.OpenFlags;
import dev.vsh.linux.ProcessFlags;
import dev.vsh.linux.SyscallException;
import dev.vsh.linux.Syscalls;
import dev.vsh.linux.SystemCall;
import dev.vsh.linux.WaitStatus;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NoSuchElementException;

/**
 * Looks at what a process has in memory after its execve(2), before it runs any of it. The way there may have led through
 * {@code /proc/self} to what the process had before, which is the host's Java: CVE-2019-5736.
 */
final class FirstLook {
    private static final String MOUNT_ID = "mnt_id:";
    private static final String TRACER = "TracerPid:";
    private static final String STATE = "State:";
    private static final String ENDED = "Z";

    private final Syscalls syscalls;
    private final long pid;

    FirstLook(Syscalls syscalls, long pid) {
        this.syscalls = syscalls;
        this.pid = pid;
    }

    /** What the process runs. */
    sealed interface Finding {
        /** A file of its container, as far as one could see; it goes on. */
        record Own() implements Finding {}

        /** A file of somebody else's; it waits. */
        record Foreign() implements Finding {}

        /** Nothing any more. */
        record Ended(WaitStatus status) implements Finding {}
    }

    Finding look() {
        try {
            String tracer = field(own("status"), TRACER);
            // A thread's number: that of the one that made the child.
            if (Files.exists(Path.of("/proc/self/task", tracer))) {
                return atRest();
            }
            return isAllowed(tracer) ? inPassing() : new Finding.Foreign();
        } catch (IOException | SyscallException _) {
            // What cannot be looked at is not let go.
            return new Finding.Foreign();
        }
    }

    /** In front of its first instruction. */
    private Finding atRest() throws IOException {
        WaitStatus status = syscalls.waitFor(pid);
        if (!status.isStopped()) {
            return new Finding.Ended(status);
        }
        if (!isOwn()) {
            return new Finding.Foreign();
        }
        syscalls.attempt(SystemCall.PTRACE, ProcessFlags.PTRACE_DETACH.value(), pid);
        return new Finding.Own();
    }

    /**
     * A host may let nobody trace, as by Yama's scope 3, or look on itself, as with {@code strace -f}. A process of the
     * container's that got there before us only wants the look not to be had.
     */
    private static boolean isAllowed(String tracer) throws IOException {
        return tracer.equals("0") || processes(tracer).equals(processes("self"));
    }

    private static Path processes(String pid) throws IOException {
        return Files.readSymbolicLink(Path.of("/proc", pid, "ns/pid"));
    }

    /** While it runs. One that has ended already was as quick as that: nothing of it is left to see. */
    private Finding inPassing() throws IOException {
        try {
            return isOwn() ? new Finding.Own() : new Finding.Foreign();
        } catch (IOException | SyscallException e) {
            if (field(own("status"), STATE).startsWith(ENDED)) {
                return new Finding.Own();
            }
            throw e;
        }
    }

    /** Whether it is on a mount of its own namespace: a path of the container leads to no other. */
    private boolean isOwn() throws IOException {
        return start(own("mountinfo"), mountOfProgram() + " ") >= 0;
    }

    private String mountOfProgram() throws IOException {
        try (Fd program = syscalls.open("/proc/" + pid + "/exe", OpenFlags.O_PATH)) {
            return field(read(Path.of("/proc/self/fdinfo/" + program.number())), MOUNT_ID);
        }
    }

    private String own(String file) throws IOException {
        return read(Path.of("/proc/" + pid + "/" + file));
    }

    /** A mount point or a name may be in any encoding. */
    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }

    /** In one piece, not line by line: the helper's Java is interpreted. */
    private static String field(String text, String name) {
        int start = start(text, name);
        if (start < 0) {
            throw new NoSuchElementException(name);
        }
        int end = text.indexOf('\n', start);
        return text.substring(start + name.length(), end).strip();
    }

    /** Where the line begins that begins with {@code words}; negative where there is none. */
    private static int start(String text, String words) {
        if (text.startsWith(words)) {
            return 0;
        }
        int before = text.indexOf("\n" + words);
        return before < 0 ? before : before + 1;
    }
}
