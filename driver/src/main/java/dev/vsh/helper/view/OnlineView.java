package dev.vsh.helper.view;

/** {@code /sys/devices/system/cpu/online}, which the C library counts: as many as {@code /proc/cpuinfo} has. */
record OnlineView(Figures figures) implements View {
    @Override
    public String text() {
        int last = figures.processors().size() - 1;
        return last == 0 ? "0\n" : "0-" + last + "\n";
    }
}
