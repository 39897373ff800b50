package dev.vsh.driver.lxc;

import dev.vsh.driver.DriverException;
import dev.vsh.driver.lxc.store.RunRecord;

import org.apache.logging.log4j.CloseableThreadContext;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * What the driver notes for operators, through Log4j. The logger is looked up when there is something to say, not
 * before: a back end takes longer to load than most commands take altogether.
 */
final class Journal {
    private Journal() {}

    /** A helper had died without a word, and what it left was removed. */
    static void crashed(String domain, RunRecord.Active run) {
        try (CloseableThreadContext.Instance _ = CloseableThreadContext.put("domain", domain)) {
            logger().info(
                            "helper {} of domain '{}' is gone, removed what it left",
                            run.helper().pid(),
                            domain);
        }
    }

    /** A record was damaged or gone. */
    static void restored(String domain, RunRecord record) {
        try (CloseableThreadContext.Instance _ = CloseableThreadContext.put("domain", domain)) {
            logger().warn(
                            "the record of domain '{}' was damaged or gone, made it again: {}",
                            domain,
                            record);
        }
    }

    /** Groups of a container were found, and nothing else of it. */
    static void lost(String machine) {
        logger().warn(
                        "the record of container '{}' was gone, removed what was left of it",
                        machine);
    }

    /** A renaming had been cut off. */
    static void renamed(String from, String to) {
        try (CloseableThreadContext.Instance _ = CloseableThreadContext.put("domain", to)) {
            logger().info(
                            "finished the renaming of domain '{}' to '{}', which was cut off",
                            from,
                            to);
        }
    }

    /** A start failed, and so did a step of undoing it. */
    static void undoFailed(String domain, RuntimeException failure) {
        try (CloseableThreadContext.Instance _ = CloseableThreadContext.put("domain", domain)) {
            logger().warn("cannot clean up after the failed start of domain '{}'", domain, failure);
        }
    }

    /** A container runs, and what its helper has to say is lost. */
    static void logLost(String domain, String trouble) {
        try (CloseableThreadContext.Instance _ = CloseableThreadContext.put("domain", domain)) {
            logger().warn("domain '{}' runs without a log: {}", domain, trouble);
        }
    }

    /** A hook failed, when there was nothing left to be stopped by it. */
    static void hookFailed(DriverException failure) {
        logger().warn("{}", String.valueOf(failure.getMessage()));
    }

    private static Logger logger() {
        return LogManager.getLogger(Journal.class);
    }
}
