package dev.vsh.helper.view;

/** {@code /proc/uptime}: seconds since the container began, and those that its processors were idle, summed up. */
record UptimeView(Figures figures) implements View {
    private static final long NANOS_PER_HUNDREDTH = 10_000_000;

    @Override
    public String text() {
        long[] used = figures.cpuNanos();
        long up = figures.uptimeNanos();
        long idle = Math.max(0, up * figures.processors().size() - used[0] - used[1]);
        return Hundredths.text(up / NANOS_PER_HUNDREDTH)
                + " "
                + Hundredths.text(idle / NANOS_PER_HUNDREDTH)
                + "\n";
    }
}
