package dev.vsh.shell;

import dev.vsh.driver.ProcessEnd;
import dev.vsh.shell.terminal.SystemTerminals;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The process. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        // A thread that waits for a pipe must not keep the process.
        ProcessEnd.now(run(List.of(arguments)));
    }

    static int run(List<String> arguments) {
        StandardStream output = new StandardStream(FileDescriptor.out);
        PrintStream results = print(output);
        PrintStream errors = print(new StandardStream(FileDescriptor.err));
        Surroundings surroundings =
                new Surroundings(
                        System.getenv(),
                        Path.of(""),
                        System.in,
                        results,
                        errors,
                        new SystemTerminals(results, System.getenv().getOrDefault("TERM", "")));
        int status = new Shell(surroundings).run(arguments);
        results.flush();
        if (output.complaint().isPresent()) {
            errors.print("error: cannot write the result: " + output.complaint().get() + "\n");
            status = 1;
        }
        errors.flush();
        return status;
    }

    /** In UTF-8 whatever the locale says: documents are. */
    private static PrintStream print(StandardStream stream) {
        return new PrintStream(
                new BufferedOutputStream(stream, 8192), false, StandardCharsets.UTF_8);
    }
}
