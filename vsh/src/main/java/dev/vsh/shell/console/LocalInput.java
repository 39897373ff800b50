package dev.vsh.shell.console;

import java.io.IOException;

/** What the user types, or what a pipe brings. */
public interface LocalInput {
    /**
     * Waits for input.
     *
     * @return the number of bytes read, at least 1; -1 at the end
     */
    int read(byte[] buffer) throws IOException;
}
