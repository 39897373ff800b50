package dev.vsh.driver;

import java.io.IOException;

/** The direction into a container, whatever reads there. */
public interface RemoteInput extends AutoCloseable {
    /** Sends input; waits while the container does not take it. */
    void write(byte[] buffer, int offset, int length) throws IOException;

    /** Says that no more input will come. */
    void endInput() throws IOException;

    /** Tells the container the size of the client's terminal, in characters. */
    void resize(int columns, int rows) throws IOException;

    @Override
    void close();
}
