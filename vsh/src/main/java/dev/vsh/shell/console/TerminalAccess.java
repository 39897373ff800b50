package dev.vsh.shell.console;

/** Whether there is a terminal, and a way to have it. */
public interface TerminalAccess {
    /** Whether standard input is one. */
    boolean inputIsTerminal();

    /**
     * Takes the terminal from the line editor; the user's next key goes to the console.
     *
     * @throws java.io.UncheckedIOException when the terminal does not let itself be taken
     */
    LocalTerminal openRaw();
}
