package dev.vsh.helper.view;

/**
 * {@code /proc/stat}: processor time since the container began, spread evenly over its processors, as v2 does not count
 * by processor.
 */
record StatView(Figures figures) implements View {
    /** USER_HZ, which is 100 wherever this runs. */
    private static final long NANOS_PER_TICK = 10_000_000;

    private static final long NANOS_PER_SECOND = 1_000_000_000;

    @Override
    public String text() {
        int processors = figures.processors().size();
        long[] used = figures.cpuNanos();
        long user = used[0] / NANOS_PER_TICK;
        long system = used[1] / NANOS_PER_TICK;
        long all = figures.uptimeNanos() / NANOS_PER_TICK * processors;
        long idle = Math.max(0, all - user - system);
        StringBuilder text = new StringBuilder();
        line(text, "cpu ", user, system, idle);
        for (int i = 0; i < processors; i++) {
            line(text, "cpu" + i, user / processors, system / processors, idle / processors);
        }
        long uptime = figures.uptimeNanos() / NANOS_PER_SECOND;
        long began = System.currentTimeMillis() / 1000 - uptime;
        return text.append("intr 0\nctxt 0\nbtime ")
                .append(began)
                .append("\nprocesses ")
                .append(figures.processes())
                .append("\nprocs_running 1\nprocs_blocked 0\nsoftirq 0\n")
                .toString();
    }

    private static void line(StringBuilder text, String name, long user, long system, long idle) {
        text.append(name).append(' ').append(user).append(" 0 ").append(system).append(' ');
        text.append(idle).append(" 0 0 0 0 0 0\n");
    }
}
