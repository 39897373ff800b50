package dev.vsh.driver.lxc;

import dev.vsh.driver.DriverException;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;

/**
 * Where helpers come from. Some may have been started ahead of their time: most of a start is the start of a JVM. Safe
 * for use by several threads.
 */
final class Helpers implements AutoCloseable {
    /** Each takes 10 MB for as long as it waits. */
    private static final int MOST = 8;

    private final Deque<HelperProcess> waiting = new ArrayDeque<>();
    private boolean closed;

    /** Has so many helpers wait, if it can: whoever needs one that did not come hears why. */
    synchronized void prepare(int count) {
        waiting.removeIf(helper -> !helper.isAlive());
        try {
            while (!closed && waiting.size() < Math.min(count, MOST)) {
                waiting.add(HelperProcess.spare());
            }
        } catch (DriverException _) {
            // Nothing is wrong yet.
            return;
        }
    }

    /**
     * A helper that waits for its request, or will in a moment.
     *
     * @param log where its stderr goes, appended
     * @throws DriverException SYSTEM_ERROR when no JVM can be started
     */
    synchronized HelperProcess take(Path log) {
        while (!waiting.isEmpty()) {
            HelperProcess helper = waiting.remove();
            if (helper.isAlive()) {
                return helper.writingOn(log);
            }
        }
        return HelperProcess.spawn(log);
    }

    /** The process id of one that waits: it may be taken, or have ended, by the time that somebody looks. */
    synchronized OptionalLong waiting() {
        return waiting.stream().mapToLong(HelperProcess::pid).findFirst();
    }

    /** Ends those that wait. */
    @Override
    public synchronized void close() {
        closed = true;
        waiting.forEach(HelperProcess::kill);
        waiting.clear();
    }
}
