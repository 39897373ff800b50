package dev.vsh.driver.lxc;

import dev.vsh.linux.AwaitedSignals;
import dev.vsh.linux.ProcessStatus;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.stream.LongStream;

/** What a container's first process is, by what the kernel knows of it. */
final class RunningInit {
    private static final int LOOKS = 3;
    private static final String S6_SVSCAN = "s6-svscan";

    /** s6-linux-init has put a script here for each signal; s6-svscan alone has none. */
    private static final String S6_POWER_OFF = ".s6-svscan/SIGUSR1";

    private final Path process;

    RunningInit(long pid) {
        this(Path.of("/proc", Long.toString(pid)));
    }

    RunningInit(Path process) {
        this.process = process;
    }

    InitKind kind() {
        String program = program();
        if (program.equals(S6_SVSCAN)) {
            Path script = process.resolve("cwd").resolve(S6_POWER_OFF);
            boolean ruled = Files.exists(script, LinkOption.NOFOLLOW_LINKS);
            return ruled ? InitKind.S6_LINUX : InitKind.PROGRAM;
        }
        return InitKind.of(program, calledAs());
    }

    /** The path that it runs, as the container sees it; for messages. */
    String path() {
        try {
            return Files.readSymbolicLink(process.resolve("exe")).toString();
        } catch (IOException _) {
            return "?";
        }
    }

    private String program() {
        return lastName(path().replaceFirst(" \\(deleted\\)$", ""));
    }

    private String calledAs() {
        String line = read("cmdline");
        int end = line.indexOf('\0');
        return lastName(end < 0 ? line : line.substring(0, end)).strip();
    }

    private static String lastName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /**
     * Whether a signal would reach it: the kernel keeps from the first process of a PID namespace all that it does not
     * handle, except SIGKILL and SIGSTOP. A blocked one may be asked for later, as systemd and s6 do.
     */
    boolean listensTo(int signal) {
        // Between the two halves of a look it may begin to wait, and then neither shows it.
        return LongStream.generate(this::look)
                .limit(LOOKS)
                .anyMatch(mask -> ProcessStatus.has(mask, signal));
    }

    private long look() {
        long awaited = AwaitedSignals.of(process);
        ProcessStatus status = ProcessStatus.parse(read("status"));
        return awaited | status.caught() | status.blocked();
    }

    private String read(String file) {
        try {
            return Files.readString(process.resolve(file), StandardCharsets.ISO_8859_1);
        } catch (IOException _) {
            return "";
        }
    }
}
