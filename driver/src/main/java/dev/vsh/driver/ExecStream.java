package dev.vsh.driver;

import java.io.IOException;

/**
 * A command that runs in a container. One thread may read while another writes; {@link #close()} from any thread ends
 * both. A command whose stream is closed before it has ended loses its terminal or its pipes, and goes on as it likes.
 */
public interface ExecStream extends RemoteInput {
    /**
     * Waits for what comes next; {@link ExecEvent.Ended} is the last.
     *
     * @throws IOException when the stream is closed, or broke off before the end
     */
    ExecEvent next() throws IOException;

    /**
     * Signals the command and what it has started in its process group. Nothing comes of it when it has ended.
     *
     * @param number as the kernel counts: 2 is SIGINT
     */
    void signal(int number) throws IOException;
}
