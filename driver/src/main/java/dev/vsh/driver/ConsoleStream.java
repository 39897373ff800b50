package dev.vsh.driver;

import java.io.IOException;

/**
 * Both directions of a container's console. One thread may read while another writes; {@link #close()} from any
 * thread ends both.
 */
public interface ConsoleStream extends RemoteInput {
    /**
     * Waits for output.
     *
     * @return the number of bytes read, at least 1; -1 when the container has ended, the stream was
     *     closed or another client took over
     */
    int read(byte[] buffer) throws IOException;

    /**
     * Says that no more input will come. Whoever reads the console then finds its end, as at the end of a file: a
     * shell leaves. It holds until the stream is closed, so a second reader finds it too.
     */
    @Override
    void endInput() throws IOException;
}
