package dev.vsh.bench;

import java.util.List;

/** Figures of a list of times, in their unit. */
final class Statistics {
    private Statistics() {}

    static double least(List<Double> times) {
        return times.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    static double median(List<Double> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }
}
