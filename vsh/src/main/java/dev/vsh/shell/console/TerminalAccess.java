package dev.vsh.shell.console;

import dev.vsh.driver.TerminalSize;

import java.util.Optional;
import java.util.function.Supplier;

/** Whether there is a terminal, and a way to have it. */
public interface TerminalAccess {
    /** Whether standard input is one. */
    boolean inputIsTerminal();

    /** The size of the user's window; empty where there is none, or nobody knows. */
    Optional<TerminalSize> window();

    /**
     * Takes the terminal from the line editor; the user's next key goes to the console.
     *
     * @throws java.io.UncheckedIOException when the terminal does not let itself be taken
     */
    LocalTerminal openRaw();

    /**
     * Takes what is typed from the line editor, in whole lines; empty where there is none, and standard input belongs to
     * whoever reads it.
     */
    Optional<Keyboard> openKeyboard();

    /**
     * Runs what is told of the interrupt key and does with it what it likes; pressed again and again the key ends it.
     *
     * @param told each time; from another thread
     * @throws dev.vsh.shell.command.CommandException when the key ended it
     */
    <T> T passingOnInterrupts(Supplier<T> wait, Runnable told);
}
