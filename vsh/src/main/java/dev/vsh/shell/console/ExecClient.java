package dev.vsh.shell.console;

import dev.vsh.domain.InitEnd;
import dev.vsh.driver.Domain;
import dev.vsh.driver.ExecEvent;
import dev.vsh.driver.ExecRequest;
import dev.vsh.driver.ExecStream;
import dev.vsh.driver.TerminalSize;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.output.Output;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Connects the user to a command in a container until that has ended. */
public final class ExecClient {
    private static final int SIGINT = 2;

    private final TerminalAccess terminals;
    private final InputStream input;
    private final Output output;

    /**
     * @param input read where there is no terminal
     */
    public ExecClient(TerminalAccess terminals, InputStream input, Output output) {
        this.terminals = terminals;
        this.input = input;
        this.output = output;
    }

    /** Whether a command could have a terminal. */
    public boolean hasTerminal() {
        return terminals.inputIsTerminal();
    }

    /**
     * Runs a command.
     *
     * @throws dev.vsh.driver.DriverException when it cannot be run
     * @throws dev.vsh.driver.CommandNotRunException when there is none to run
     */
    public InitEnd run(Domain domain, ExecRequest request) {
        try {
            return request.terminal()
                    ? runOnTerminal(domain, request)
                    : runOnPipes(domain, request);
        } catch (IOException | UncheckedIOException e) {
            throw new CommandException(
                    "command in domain '" + domain.name() + "' broke off: " + e.getMessage(), e);
        }
    }

    private InitEnd runOnPipes(Domain domain, ExecRequest request) {
        Optional<Keyboard> keyboard = terminals.openKeyboard();
        try (ExecStream stream = domain.exec(request)) {
            output.giveResultsAway();
            // Whoever waits for the pipe cannot be interrupted; the thread ends with the shell.
            LocalInput typed = keyboard.isPresent() ? keyboard.get() : input::read;
            InputRelay relay = new InputRelay(typed, stream, InputRelay.AtEnd.SAY_SO);
            relay.start();
            try {
                return terminals.passingOnInterrupts(
                        () -> copyOutputUnchecked(stream), () -> interrupt(stream));
            } finally {
                relay.stop();
            }
        } finally {
            keyboard.ifPresent(Keyboard::close);
        }
    }

    private InitEnd copyOutputUnchecked(ExecStream stream) {
        try {
            return copyOutput(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(String.valueOf(e.getMessage()), e);
        }
    }

    private static void interrupt(ExecStream stream) {
        try {
            stream.signal(SIGINT);
        } catch (IOException _) {
            // The command has ended; whoever reads its output will find out.
            return;
        }
    }

    /** The command finds the size of the user's window from its first look on. */
    private InitEnd runOnTerminal(Domain domain, ExecRequest request) throws IOException {
        try (LocalTerminal terminal = terminals.openRaw();
                ExecStream stream = domain.exec(request.withSize(terminal.size()))) {
            output.giveResultsAway();
            terminal.onResize(size -> resize(stream, size));
            new InputRelay(terminal, stream, InputRelay.AtEnd.SAY_SO).start();
            return copyOutput(stream);
        }
    }

    private InitEnd copyOutput(ExecStream stream) throws IOException {
        while (true) {
            switch (stream.next()) {
                case ExecEvent.Output(ByteBuffer bytes) -> print(output.results(), bytes);
                case ExecEvent.Errors(ByteBuffer bytes) -> print(output.errors(), bytes);
                case ExecEvent.Ended(InitEnd end) -> {
                    return end;
                }
            }
        }
    }

    private static void print(PrintStream target, ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        target.write(copy, 0, copy.length);
        target.flush();
    }

    private static void resize(ExecStream stream, TerminalSize size) {
        try {
            stream.resize(size.columns(), size.rows());
        } catch (IOException _) {
            // The command has ended; whoever reads its output will find out.
            return;
        }
    }
}
