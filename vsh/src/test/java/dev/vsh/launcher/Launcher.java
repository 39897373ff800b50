package dev.vsh.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The launcher in some folder, with an environment that is not this process's. */
final class Launcher {
    private final Path command;
    private final Map<String, String> environment = new HashMap<>(Map.of("PATH", "/usr/bin:/bin"));

    Launcher(Path command) {
        this.command = command;
    }

    /** Puts the launcher, and what it reads, into {@code home/bin}. */
    static Launcher in(Path home) {
        try {
            Path bin = Files.createDirectories(home.resolve("bin"));
            Files.copy(Path.of("bin/jvm"), bin.resolve("jvm"));
            return new Launcher(Files.copy(Path.of("bin/vsh"), bin.resolve("vsh")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path command() {
        return command;
    }

    Launcher with(String variable, Object value) {
        environment.put(variable, value.toString());
        return this;
    }

    Launch run(String... arguments) {
        return finish(start(arguments));
    }

    Process start(String... arguments) {
        List<String> line = new ArrayList<>(List.of(command.toString()));
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Launch finish(Process process) {
        try (var output = process.inputReader()) {
            List<String> lines = output.lines().toList();
            return new Launch(process.waitFor(), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    record Launch(int status, List<String> lines) {
        boolean usedJdk(Path jdk) {
            return lines.contains(jdk.resolve("bin/java").toString());
        }
    }
}
