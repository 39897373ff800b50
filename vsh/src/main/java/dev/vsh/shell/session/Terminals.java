package dev.vsh.shell.session;

import dev.vsh.shell.completion.CompletionEngine;
import dev.vsh.shell.console.TerminalAccess;

/** The terminal that the user sits at, if any. */
public interface Terminals extends TerminalAccess {
    /** Whether lines can be edited: both ends of the conversation are a terminal. */
    boolean canEditLines();

    /**
     * @throws java.io.UncheckedIOException when the terminal cannot be used
     */
    LineEditor openLineEditor(CompletionEngine completion, History history);
}
