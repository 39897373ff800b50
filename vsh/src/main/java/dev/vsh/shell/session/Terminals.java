package dev.vsh.shell.session;

import dev.vsh.driver.TerminalSize;
import dev.vsh.shell.console.TerminalAccess;

import java.util.OptionalInt;
import java.util.function.Supplier;

/** The terminal that the user sits at, if any. */
public interface Terminals extends TerminalAccess {
    /** The time in which the interrupt key is not for the shell. */
    interface Interrupts extends AutoCloseable {
        @Override
        void close();
    }

    /** While a program of the user's is in the foreground, its interrupt key does not end a shell that asks for lines. */
    Interrupts leaveInterruptsToOthers();

    /** What the user presses to end a command; the same one always. */
    InterruptKey interruptKey();

    @Override
    default <T> T passingOnInterrupts(Supplier<T> wait, Runnable told) {
        return interruptKey().passingOn(wait, told);
    }

    /** Whether somebody sees the results on a terminal. */
    boolean outputIsTerminal();

    /** Whether there is a terminal on which pictures can be drawn over one another. */
    boolean canDraw();

    /** How wide the terminal of the results is; empty where they go elsewhere, or nobody knows. */
    default OptionalInt columns() {
        return outputIsTerminal()
                ? window().stream().mapToInt(TerminalSize::columns).findFirst()
                : OptionalInt.empty();
    }

    /** Whether lines can be edited: both ends of the conversation are a terminal. */
    boolean canEditLines();

    /**
     * @throws java.io.UncheckedIOException when the terminal cannot be used
     */
    LineEditor openLineEditor(LineHelp help, History history);
}
