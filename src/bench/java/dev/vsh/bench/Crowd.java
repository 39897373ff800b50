package dev.vsh.bench;

import dev.vsh.driver.Domain;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Forty containers that idle: what their helpers take of memory, and of the processors in a minute. */
record Crowd(Ours ours, Documents documents) {
    private static final int SIZE = 40;
    private static final long MINUTE_MILLIS = 60_000;

    /** Of user time and of system time, {@code proc_pid_stat(5)}. */
    private static final int USER_TIME = 13;

    void look(PrintStream out) throws IOException, InterruptedException {
        List<Domain> domains = new ArrayList<>();
        for (int i = 0; i < SIZE; i++) {
            Domain domain = ours.define(documents.of("bench-idle" + i));
            domain.start();
            domains.add(domain);
        }
        List<Long> helpers = domains.stream().map(domain -> domain.id().orElseThrow()).toList();
        Thread.sleep(2000);
        out.printf(
                "%-10s PSS %.1f MB (at most 10 wanted), private %.1f MB (at most 7) of each of %d"
                        + " helpers%n",
                "memory",
                mean(helpers, "Pss:"),
                mean(helpers, "Private_Clean:") + mean(helpers, "Private_Dirty:"),
                SIZE);
        long before = ticks(helpers);
        Thread.sleep(MINUTE_MILLIS);
        out.printf(
                "%-10s %d ticks of a processor in a minute by %d helpers (0 wanted)%n",
                "idle", ticks(helpers) - before, SIZE);
    }

    private static double mean(List<Long> pids, String field) throws IOException {
        long sum = 0;
        for (long pid : pids) {
            for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/smaps_rollup"))) {
                sum += line.startsWith(field) ? Long.parseLong(line.replaceAll("\\D", "")) : 0;
            }
        }
        return sum / 1024.0 / pids.size();
    }

    private static long ticks(List<Long> pids) throws IOException {
        long sum = 0;
        for (long pid : pids) {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            // The first of these is the third.
            sum += Long.parseLong(fields[USER_TIME - 2]) + Long.parseLong(fields[USER_TIME - 1]);
        }
        return sum;
    }
}
