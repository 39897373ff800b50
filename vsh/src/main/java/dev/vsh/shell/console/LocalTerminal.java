package dev.vsh.shell.console;

import dev.vsh.driver.TerminalSize;

import java.util.function.Consumer;

/** The user's terminal while a console has it: every key comes through, and none is shown. */
public interface LocalTerminal extends LocalInput, AutoCloseable {
    TerminalSize size();

    /** Whom to tell when the window has another size. */
    void onResize(Consumer<TerminalSize> listener);

    /** What was read and is for whoever reads next, as a command behind the key that left a console. */
    void giveBack(byte[] keys);

    /** Makes the terminal what it was; a {@link #read} that waits returns -1. */
    @Override
    void close();
}
