package dev.vsh.shell.manual;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The examples of all commands, read when somebody asks for one. */
public final class Examples {
    private static final String FILE = "examples.txt";

    private Examples() {}

    public static List<Example> all() {
        return read().lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Example::parse)
                .toList();
    }

    static Optional<Example> of(String command) {
        return all().stream().filter(example -> example.command().equals(command)).findFirst();
    }

    private static String read() {
        try (InputStream file = Examples.class.getResourceAsStream(FILE)) {
            return new String(
                    Objects.requireNonNull(file, FILE).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FILE + ": " + e.getMessage(), e);
        }
    }
}
