package dev.vsh.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/** Time that a thread works, whatever else the machine is busy with. */
public final class ProcessorTime {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private ProcessorTime() {}

    /**
     * @throws AssertionError when the work, which is done by the calling thread, takes longer
     */
    public static void atMost(Duration limit, Runnable work) {
        long start = THREADS.getCurrentThreadCpuTime();
        work.run();
        Duration taken = Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - start);
        assertTrue(taken.compareTo(limit) <= 0, () -> "took " + taken + " of processor time");
    }
}
