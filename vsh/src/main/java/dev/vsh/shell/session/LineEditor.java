package dev.vsh.shell.session;

import java.util.Optional;

/** Where an interactive shell's lines come from. */
public interface LineEditor extends AutoCloseable {
    /**
     * @return the line; empty text when the user threw it away, nothing when there will be no more
     */
    Optional<String> readLine(String prompt);

    @Override
    void close();
}
