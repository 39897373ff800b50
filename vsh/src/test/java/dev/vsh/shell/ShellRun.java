package dev.vsh.shell;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs a shell inside the test. */
final class ShellRun {
    private final ByteArrayOutputStream results = new ByteArrayOutputStream();
    private final Map<String, String> environment = new HashMap<>(Map.of("HOME", "/"));
    private ByteArrayOutputStream errors = new ByteArrayOutputStream();
    private Path directory = Path.of("").toAbsolutePath();
    private String input = "";
    private int status = -1;

    ShellRun in(Path newDirectory) {
        directory = newDirectory;
        return this;
    }

    ShellRun withInput(String text) {
        input = text;
        return this;
    }

    ShellRun withVariable(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** Lets errors stand between the results as they would on a terminal. */
    ShellRun withErrorsAmongResults() {
        errors = results;
        return this;
    }

    ShellRun run(String... arguments) {
        Surroundings surroundings =
                new Surroundings(
                        environment,
                        directory,
                        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                        new PrintStream(results, true, StandardCharsets.UTF_8),
                        new PrintStream(errors, true, StandardCharsets.UTF_8),
                        new NoTerminals());
        status = new Shell(surroundings).run(List.of(arguments));
        return this;
    }

    String results() {
        return results.toString(StandardCharsets.UTF_8);
    }

    String errors() {
        return errors.toString(StandardCharsets.UTF_8);
    }

    int status() {
        return status;
    }
}
