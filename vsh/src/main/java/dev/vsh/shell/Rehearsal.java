package dev.vsh.shell;

import dev.vsh.driver.ProcessEnd;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * What {@code bin/vsh-train} has a JVM do while it records which classes the shell uses: commands that are given as words,
 * one after another, and then a whole shell.
 */
final class Rehearsal {
    private Rehearsal() {}

    /**
     * @param arguments a file with the words of a command on each line, with nothing in them that is special; and the
     *     arguments of the shell that follows
     */
    public static void main(String[] arguments) throws IOException {
        List<String> all = List.of(arguments);
        for (String line : Files.readAllLines(Path.of(all.getFirst()))) {
            Main.run(List.of(line.split(" ")));
        }
        // Not as Main ends, though by a class that must have been seen: the JVM writes down what it
        // has learnt when it is told to exit.
        Objects.requireNonNull(ProcessEnd.class);
        System.exit(Main.run(all.subList(1, all.size())));
    }
}
