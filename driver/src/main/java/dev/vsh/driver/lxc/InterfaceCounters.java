package dev.vsh.driver.lxc;

import dev.vsh.driver.InterfaceStatistics;
import dev.vsh.driver.InterfaceStatistics.Counters;

import java.util.List;
import java.util.Optional;

/** Reads {@code /proc/net/dev}: a line for each interface, with sixteen numbers behind its name. */
final class InterfaceCounters {
    private static final int SENT = 8;

    private InterfaceCounters() {}

    static Optional<InterfaceStatistics> of(String name, List<String> lines) {
        return lines.stream()
                .map(String::strip)
                .filter(line -> line.startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip().split("\\s+"))
                .map(fields -> new InterfaceStatistics(counters(fields, 0), counters(fields, SENT)))
                .findFirst();
    }

    private static Counters counters(String[] fields, int from) {
        return new Counters(
                Long.parseLong(fields[from]),
                Long.parseLong(fields[from + 1]),
                Long.parseLong(fields[from + 2]),
                Long.parseLong(fields[from + 3]));
    }
}
