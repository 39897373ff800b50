package dev.vsh.shell;

import dev.vsh.shell.session.Terminals;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/** All that a shell has from the process it runs in; tests hand in their own. */
public record Surroundings(
        Map<String, String> environment,
        Path directory,
        InputStream input,
        PrintStream results,
        PrintStream errors,
        Terminals terminals) {
    public Surroundings {
        environment = Map.copyOf(environment);
    }
}
