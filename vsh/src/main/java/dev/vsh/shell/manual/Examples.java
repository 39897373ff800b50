package dev.vsh.shell.manual;

import java.util.List;
import java.util.Optional;

/** The examples of all commands, read when somebody asks for one. */
public final class Examples {
    private static final String FILE = "examples.txt";

    private Examples() {}

    public static List<Example> all() {
        return Template.read(FILE)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Example::parse)
                .toList();
    }

    static Optional<Example> of(String command) {
        return all().stream().filter(example -> example.command().equals(command)).findFirst();
    }
}
