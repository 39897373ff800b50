package dev.vsh.driver;

import java.time.Duration;

/**
 * Tells that something may have become of the networks of a connection's folders, whatever process did it: who wants to
 * know what looks. For one thread.
 */
public interface NetworkChanges extends AutoCloseable {
    /**
     * Waits for a change since this was opened or has last told of one; costs no processor time meanwhile.
     *
     * @return false when there was none in that time
     * @throws DriverException OPERATION_FAILED when the thread is interrupted
     */
    boolean await(Duration patience);

    @Override
    void close();
}
