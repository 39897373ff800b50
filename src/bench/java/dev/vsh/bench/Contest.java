package dev.vsh.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A work that several do in turns, each as often, in an order that chance gives. */
record Contest(String work, List<Contender> contenders, List<Goal> goals) {
    /** Turns that find files in no cache are not counted. */
    private static final int UNCOUNTED = 1;

    void run(int rounds, Random random, PrintStream out) throws Exception {
        Map<String, List<Double>> times = new LinkedHashMap<>();
        contenders.forEach(contender -> times.put(contender.name(), new ArrayList<>()));
        List<Contender> turns = new ArrayList<>(contenders);
        for (int round = -UNCOUNTED; round < rounds; round++) {
            Collections.shuffle(turns, random);
            for (Contender contender : turns) {
                double millis = contender.turn();
                if (round >= 0) {
                    times.get(contender.name()).add(millis);
                }
            }
        }
        print(times, out);
    }

    private void print(Map<String, List<Double>> times, PrintStream out) {
        times.forEach(
                (name, all) ->
                        out.printf(
                                "%-10s %-28s %8.1f ms at least, %8.1f in the median%n",
                                work, name, Statistics.least(all), Statistics.median(all)));
        goals.forEach(
                goal ->
                        goal.verdict(times)
                                .ifPresent(verdict -> out.printf("%-10s = %s%n", work, verdict)));
        out.flush();
    }
}
