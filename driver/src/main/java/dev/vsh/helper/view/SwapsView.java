package dev.vsh.helper.view;

/** {@code /proc/swaps}: one area that stands for what the container may use; swapon(8) shows its lines. */
record SwapsView(Figures figures) implements View {
    @Override
    public String text() {
        String heading = "Filename\t\t\t\tType\t\tSize\t\tUsed\t\tPriority\n";
        Swap swap = Swap.of(figures, figures.hostMemory());
        if (swap.total() == 0) {
            return heading;
        }
        return heading
                + "none                                    virtual\t\t"
                + swap.total() / 1024
                + "\t\t"
                + swap.used() / 1024
                + "\t\t0\n";
    }
}
