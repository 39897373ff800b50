package dev.vsh.it.fault;

import dev.vsh.it.harness.Vsh;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A shell that waits for its next line. Whoever kills it need not fear to have met the beginning of a JVM. */
final class ShellSession implements AutoCloseable {
    private static final String READY = "ready-for-more";

    /**
     * Starts it as a grandchild: a stop of a child of this JVM's, which is for the tracer, would be taken for the
     * child's end by the JVM.
     */
    private static final String APART =
            "exec 3<&0; \"$0\" \"$@\" <&3 3<&- & exec <&- 3<&-; echo $!; wait $!";

    private final Process process;
    private final BufferedReader output;
    private final BufferedWriter input;
    private final List<String> errors = Collections.synchronizedList(new ArrayList<>());
    private final long pid;

    private ShellSession(Process process) {
        this.process = process;
        this.output = process.inputReader();
        this.input = process.outputWriter();
        this.pid = Long.parseLong(readLine().orElseThrow());
        // A pipe that nobody reads would stop it.
        Thread.ofVirtual().start(() -> collectErrors());
    }

    /** Begins to start one; {@link #awaitReady} says when it is there. */
    static ShellSession begin(Vsh vsh) {
        List<String> prefix = new ArrayList<>(List.of("sh", "-c", APART));
        prefix.addAll(vsh.prefix());
        // A home of the test's would make it look like something that a container left.
        Vsh apart = new Vsh(prefix, vsh.launcher(), vsh.uri(), Path.of("/"));
        ShellSession session = new ShellSession(apart.start());
        session.say("echo " + READY);
        return session;
    }

    private void collectErrors() {
        try (BufferedReader reader = process.errorReader()) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                errors.add(line);
            }
        } catch (IOException _) {
            // It has been killed.
        }
    }

    long pid() {
        return pid;
    }

    /** All that it has complained about. */
    List<String> errors() {
        return List.copyOf(errors);
    }

    void kill() {
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }

    /** What a dead shell is told is lost. */
    void say(String line) {
        try {
            input.write(line + "\n");
            input.flush();
        } catch (IOException _) {
            // It has been killed, which is what it is for.
        }
    }

    /**
     * Waits until it has done all that it was told.
     *
     * @return whether it lives
     */
    boolean awaitDone() {
        say("echo " + READY);
        return awaitReady();
    }

    boolean awaitReady() {
        Optional<String> line;
        do {
            line = readLine();
        } while (line.isPresent() && !line.get().equals(READY));
        return line.isPresent();
    }

    /** Empty when it has ended. */
    private Optional<String> readLine() {
        try {
            return Optional.ofNullable(output.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        kill();
        process.destroyForcibly();
    }
}
