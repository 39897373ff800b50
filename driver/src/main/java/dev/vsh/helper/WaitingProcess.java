package dev.vsh.helper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a process waits for, and its descendants do; proc_pid_syscall(5), proc_tid_children(5). */
record WaitingProcess(long pid) {
    private static final boolean AARCH64 = System.getProperty("os.arch", "").equals("aarch64");

    /** read and readv, whose first argument is what is read. */
    private static final Set<String> READING = AARCH64 ? Set.of("63", "65") : Set.of("0", "19");

    /** poll, ppoll, select, pselect6, epoll_wait, epoll_pwait and io_uring_enter: of many things, mostly. */
    private static final Set<String> POLLING =
            AARCH64
                    ? Set.of("73", "72", "22", "426")
                    : Set.of("7", "271", "23", "270", "232", "281", "426");

    /** What terminals are called, in whatever folder they are seen. */
    private static final Pattern TERMINAL = Pattern.compile(".*/([0-9]+|console|tty[0-9]*)");

    /** Whether it or a descendant that belongs to the process group waits for input from a terminal. */
    boolean groupAwaitsInput(int group) {
        return (isIn(group) && awaitsInput())
                || children().anyMatch(child -> child.groupAwaitsInput(group));
    }

    private boolean isIn(int group) {
        // proc_pid_stat(5): the name in parentheses can have blanks; state, parent and group
        // follow.
        String stat = read(folder().resolve("stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", 4);
        return fields.length > 2 && fields[2].equals(Integer.toString(group));
    }

    private boolean awaitsInput() {
        return threads().stream().anyMatch(this::awaitsInput);
    }

    private boolean awaitsInput(Path thread) {
        String[] call = read(thread.resolve("syscall")).strip().split(" ", 3);
        return POLLING.contains(call[0])
                || (READING.contains(call[0]) && call.length > 1 && isTerminal(call[1]));
    }

    /** By its name alone: to ask for more would wait for ever when it is one of the files that this helper serves. */
    private boolean isTerminal(String descriptor) {
        Path file = folder().resolve("fd").resolve(Long.decode(descriptor).toString());
        try {
            return TERMINAL.matcher(Files.readSymbolicLink(file).toString()).matches();
        } catch (IOException _) {
            return false;
        }
    }

    private Stream<WaitingProcess> children() {
        return threads().stream()
                .flatMap(thread -> Stream.of(read(thread.resolve("children")).split(" ")))
                .filter(child -> !child.isBlank())
                .map(child -> new WaitingProcess(Long.parseLong(child)));
    }

    private List<Path> threads() {
        try (Stream<Path> threads = Files.list(folder().resolve("task"))) {
            return threads.toList();
        } catch (IOException | UncheckedIOException _) {
            return List.of();
        }
    }

    private Path folder() {
        return Path.of("/proc", Long.toString(pid));
    }

    /** Nothing when it has ended meanwhile. */
    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException _) {
            return "";
        }
    }
}
