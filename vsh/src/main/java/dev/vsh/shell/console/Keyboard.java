package dev.vsh.shell.console;

/** What is typed at the user's terminal. */
public interface Keyboard extends LocalInput, AutoCloseable {
    /** A {@link #read} that waits returns -1; what has not been read is for others. */
    @Override
    void close();
}
