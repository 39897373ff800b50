package dev.vsh.helper.view;

/**
 * {@code /proc/loadavg}. Nobody samples a container that nobody looks at, so the load is the processor time it used
 * since it was last looked at, averaged as the kernel averages: processes that wait for a disk do not count.
 */
final class LoadavgView implements View {
    private static final double[] MINUTES = {1, 5, 15};
    private static final double NANOS_PER_MINUTE = 60e9;

    /** A reader in a loop must not make each of its own moments count as the truth. */
    private static final long SHORTEST_NANOS = 100_000_000;

    private final Figures figures;
    private final double[] averages = new double[MINUTES.length];
    private long lastUptime;
    private long lastUsed;

    LoadavgView(Figures figures) {
        this.figures = figures;
    }

    @Override
    public String text() {
        sample();
        StringBuilder text = new StringBuilder();
        for (double average : averages) {
            text.append(Hundredths.text(Math.round(average * 100))).append(' ');
        }
        return text.append("1/").append(figures.processes()).append(" 1\n").toString();
    }

    private void sample() {
        long[] cpu = figures.cpuNanos();
        long used = cpu[0] + cpu[1];
        long uptime = figures.uptimeNanos();
        long passed = uptime - lastUptime;
        if (passed < SHORTEST_NANOS) {
            return;
        }
        double load = (double) (used - lastUsed) / passed;
        for (int i = 0; i < MINUTES.length; i++) {
            double kept = Math.exp(-passed / (MINUTES[i] * NANOS_PER_MINUTE));
            averages[i] = averages[i] * kept + load * (1 - kept);
        }
        lastUptime = uptime;
        lastUsed = used;
    }
}
