package dev.vsh.helper;

import dev.vsh.helper.protocol.InitEnding;
import dev.vsh.linux.WaitStatus;

/** Keeps a container that ends again and again from keeping the host busy with itself. */
final class RestartBrake {
    /** A run of less than this counts as short. */
    private static final long SHORT_NANOS = 10_000_000_000L;

    /** A container that reboots faster than this is held back. */
    private static final long SHORTEST_NANOS = 1_000_000_000L;

    private static final int PAUSE_MILLIS = 1000;

    /** So many short runs in a row that nobody wanted to end, and it is given up. */
    static final int PATIENCE = 5;

    private int shortRuns;

    /**
     * Takes note of a run.
     *
     * @param wanted whether it was ended from outside
     * @return whether it may start again
     */
    boolean allows(WaitStatus status, long nanos, boolean wanted) {
        boolean counts = !wanted && InitEnding.of(status) != InitEnding.REBOOT;
        shortRuns = counts && nanos < SHORT_NANOS ? shortRuns + 1 : 0;
        return shortRuns < PATIENCE;
    }

    /** How long to wait before the next start. */
    int pauseMillis(long nanos) {
        return nanos < SHORTEST_NANOS ? PAUSE_MILLIS : 0;
    }
}
