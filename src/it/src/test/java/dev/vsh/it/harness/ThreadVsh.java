package dev.vsh.it.harness;

import dev.vsh.driver.Connection;
import dev.vsh.linux.Fd;
import dev.vsh.linux.OpenFlags;
import dev.vsh.linux.Syscalls;
import dev.vsh.linux.SystemCall;
import dev.vsh.shell.Shell;
import dev.vsh.shell.Surroundings;
import dev.vsh.shell.terminal.SystemTerminals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The shell on a thread of this process which is in another network than the others: what it makes is made there, and
 * what it starts is there. Costs a tenth of a process.
 *
 * @param network a network namespace's file
 */
public record ThreadVsh(Path network, String uri, Path home) {
    private static final int CLONE_NEWNET = 0x40000000;

    public Vsh.Result run(String... words) {
        return inside(() -> runHere(words));
    }

    /** What the API does there. */
    public <T> T connected(Function<Connection, T> deed) {
        return inside(
                () -> {
                    try (Connection connection = Connection.open(uri)) {
                        return deed.apply(connection);
                    }
                });
    }

    private <T> T inside(Supplier<T> deed) {
        var result = new CompletableFuture<T>();
        Thread.ofPlatform()
                .name("vsh")
                .start(
                        () -> {
                            try {
                                enter();
                                result.complete(deed.get());
                            } catch (RuntimeException | Error e) {
                                result.completeExceptionally(e);
                            }
                        });
        return result.join();
    }

    private void enter() {
        var syscalls = new Syscalls();
        try (Fd file = syscalls.open(network.toString(), OpenFlags.O_RDONLY)) {
            long outcome = syscalls.attempt(SystemCall.SETNS, file.number(), CLONE_NEWNET);
            if (outcome != 0) {
                throw new AssertionError("cannot enter " + network + ": " + outcome);
            }
        }
    }

    private Vsh.Result runHere(String... words) {
        var out = new ByteArrayOutputStream();
        var errors = new ByteArrayOutputStream();
        PrintStream results = new PrintStream(out, true, StandardCharsets.UTF_8);
        List<String> arguments = new ArrayList<>(List.of("-c", uri));
        arguments.addAll(List.of(words));
        int status =
                new Shell(
                                new Surroundings(
                                        Map.of("HOME", home.toString()),
                                        Path.of("").toAbsolutePath(),
                                        new ByteArrayInputStream(new byte[0]),
                                        results,
                                        new PrintStream(errors, true, StandardCharsets.UTF_8),
                                        new SystemTerminals(results, "dumb")))
                        .run(arguments);
        return new Vsh.Result(
                status,
                out.toString(StandardCharsets.UTF_8),
                errors.toString(StandardCharsets.UTF_8));
    }
}
