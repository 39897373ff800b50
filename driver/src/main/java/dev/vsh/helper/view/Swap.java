package dev.vsh.helper.view;

import java.util.Map;

/** Swap space of a container in bytes: never more than the host has. */
record Swap(long total, long used) {
    static Swap of(Figures figures, Map<String, Long> host) {
        long hostTotal = host.getOrDefault("SwapTotal", 0L) * 1024;
        long total = Math.min(figures.swapLimit(), hostTotal);
        return new Swap(total, Math.min(figures.swapUsed(), total));
    }
}
