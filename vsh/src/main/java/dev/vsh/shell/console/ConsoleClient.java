package dev.vsh.shell.console;

import dev.vsh.driver.ConsoleOptions;
import dev.vsh.driver.ConsoleStream;
import dev.vsh.driver.Domain;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.StartRequest;
import dev.vsh.driver.TerminalSize;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.output.Output;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Connects the user to a console until one of the two has enough. */
public final class ConsoleClient {
    private final TerminalAccess terminals;
    private final InputStream input;
    private final Output output;
    private final EscapeCharacter escape;

    /**
     * @param input read where there is no terminal
     */
    public ConsoleClient(
            TerminalAccess terminals, InputStream input, Output output, EscapeCharacter escape) {
        this.terminals = terminals;
        this.input = input;
        this.output = output;
        this.escape = escape;
    }

    /** To be called before the first message of a command that will attach. */
    public void prepare() {
        if (!terminals.inputIsTerminal()) {
            output.giveResultsAway();
        }
    }

    /** For a container that it will attach to. */
    public StartRequest startRequest() {
        return Optional.of(terminals)
                .filter(TerminalAccess::inputIsTerminal)
                .flatMap(TerminalAccess::window)
                .map(StartRequest.WITH_CONSOLE::withConsoleSize)
                .orElse(StartRequest.WITH_CONSOLE);
    }

    /**
     * Returns when the container has ended, another client took over, or the user left.
     *
     * @throws CommandException when there is no attaching
     */
    public void attach(Domain domain, ConsoleOptions options) {
        try (ConsoleStream stream = domain.openConsole(options)) {
            output.message("Connected to domain '" + domain.name() + "'");
            output.message("Escape character is " + escape.description());
            output.results().flush();
            relay(stream);
        } catch (DriverException e) {
            throw new CommandException(
                    "Failed to open a console of domain '" + domain.name() + "'", e);
        } catch (IOException | UncheckedIOException e) {
            throw new CommandException(
                    "console of domain '" + domain.name() + "' broke off: " + e.getMessage(), e);
        }
    }

    private void relay(ConsoleStream stream) throws IOException {
        if (terminals.inputIsTerminal()) {
            relayTerminal(stream);
        } else {
            // Whoever waits for the pipe cannot be interrupted; the thread ends with the shell.
            new InputRelay(input::read, stream, InputRelay.AtEnd.SAY_SO).start();
            copyOutput(stream);
        }
    }

    private void relayTerminal(ConsoleStream stream) throws IOException {
        try (LocalTerminal terminal = terminals.openRaw()) {
            terminal.onResize(size -> resize(stream, size));
            resize(stream, terminal.size());
            LocalInput keys = new EscapableInput(terminal, escape);
            new InputRelay(keys, stream, InputRelay.AtEnd.LEAVE).start();
            copyOutput(stream);
        }
    }

    private void copyOutput(ConsoleStream stream) throws IOException {
        byte[] buffer = new byte[16 * 1024];
        int length;
        while ((length = stream.read(buffer)) != -1) {
            output.results().write(buffer, 0, length);
            output.results().flush();
        }
    }

    private static void resize(ConsoleStream stream, TerminalSize size) {
        try {
            stream.resize(size.columns(), size.rows());
        } catch (IOException _) {
            // the container has ended; whoever reads its output will find out
            return;
        }
    }
}
