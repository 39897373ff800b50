package dev.vsh.it.harness;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * The shell as users start it, in a process of its own.
 *
 * @param prefix words before the launcher, as {@code setpriv --reuid 1}
 * @param home the user's home folder
 */
public record Vsh(List<String> prefix, Path launcher, String uri, Path home) {
    private static final int TIMEOUT_SECONDS = 120;

    public Vsh {
        prefix = List.copyOf(prefix);
    }

    public Vsh under(String... words) {
        return new Vsh(List.of(words), launcher, uri, home);
    }

    public Vsh at(Path otherLauncher) {
        return new Vsh(prefix, otherLauncher, uri, home);
    }

    /** Gives the shell's JVM options that the launcher does not know. */
    public Vsh withJavaOptions(String options) {
        return under("env", "JAVA_TOOL_OPTIONS=" + options);
    }

    public Result run(String... words) {
        return runWithInput("", words);
    }

    public Result runWithInput(String input, String... words) {
        return finish(start(words), input);
    }

    public Process start(String... words) {
        ProcessBuilder builder = new ProcessBuilder(command(words));
        builder.environment().put("HOME", home.toString());
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Launcher, connection and words: for a terminal to run. */
    public List<String> command(String... words) {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(launcher.toString(), "-c", uri));
        command.addAll(List.of(words));
        return command;
    }

    /** Gives a process its input and waits for its end. */
    public static Result finish(Process process, String input) {
        CompletableFuture<String> out = collect(process.getInputStream());
        CompletableFuture<String> errors = collect(process.getErrorStream());
        try {
            feed(process.getOutputStream(), input);
            if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(
                        "vsh runs for more than "
                                + TIMEOUT_SECONDS
                                + " s, so far: "
                                + errors.join());
            }
            return new Result(process.exitValue(), out.join(), errors.join());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private static void feed(OutputStream stream, String input) {
        try (stream) {
            stream.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException _) {
            // It ended without having read it all; its result says why.
        }
    }

    private static CompletableFuture<String> collect(InputStream stream) {
        CompletableFuture<String> text = new CompletableFuture<>();
        Thread.ofVirtual()
                .start(
                        () -> {
                            try {
                                text.complete(
                                        new String(stream.readAllBytes(), StandardCharsets.UTF_8));
                            } catch (IOException e) {
                                text.completeExceptionally(e);
                            }
                        });
        return text;
    }

    /** How a run ended. */
    public record Result(int status, String out, String errors) {
        /**
         * @throws AssertionError unless the run succeeded
         */
        public Result requireSuccess() {
            if (status != 0) {
                throw new AssertionError("vsh failed: " + this);
            }
            return this;
        }

        public List<String> errorLines() {
            return errors.lines().toList();
        }
    }
}
