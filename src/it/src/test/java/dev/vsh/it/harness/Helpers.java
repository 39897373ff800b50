package dev.vsh.it.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the helper processes of one sandbox as an administrator would, by what {@code ps} shows. */
public record Helpers(Sandbox sandbox) {
    private static final String MAIN = "dev.vsh.helper.Main";

    /** One that runs now. */
    public Optional<ProcessHandle> any() {
        return running().findAny();
    }

    /** Those that run now. */
    public List<ProcessHandle> all() {
        return running().toList();
    }

    /** One that a shell has started, before anybody has told it of a log. */
    public static Optional<ProcessHandle> startedBy(long shell) {
        return ProcessHandle.of(shell).stream()
                .flatMap(ProcessHandle::children)
                .filter(Helpers::isHelper)
                .findAny();
    }

    private Stream<ProcessHandle> running() {
        return ProcessHandle.allProcesses().filter(Helpers::isHelper).filter(this::writesHere);
    }

    private static boolean isHelper(ProcessHandle process) {
        return commandLine(process).endsWith(MAIN + '\0');
    }

    private static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"));
        } catch (IOException _) {
            return "";
        }
    }

    /** Every helper has its domain's log as stderr. */
    private boolean writesHere(ProcessHandle process) {
        try {
            return Files.readSymbolicLink(Path.of("/proc/" + process.pid() + "/fd/2"))
                    .startsWith(sandbox.embedRoot());
        } catch (IOException _) {
            return false;
        }
    }
}
