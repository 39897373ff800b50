package dev.vsh.bench;

import dev.vsh.driver.Connection;
import dev.vsh.driver.Domain;
import dev.vsh.driver.DomainDocument;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** What an interface adds to a start: containers with and without one start in turns. */
final class StartCost {
    private static final int ENOUGH = 20;

    private static final double MOST_MILLIS = 10;
    private static final String WITHOUT = "loopback only";
    private static final Map<String, String> INTERFACES = new LinkedHashMap<>();

    static {
        INTERFACES.put(WITHOUT, "");
        INTERFACES.put("ethernet", "<interface type='ethernet'>%s</interface>");
        INTERFACES.put(
                "network", "<interface type='network'><source network='default'/></interface>");
        INTERFACES.put(
                "network, ip",
                "<interface type='network'><source network='default'/>%s</interface>");
    }

    private static final String ADDRESS = "<ip address='198.51.100.7' prefix='24'/>";

    private StartCost() {}

    /**
     * @param arguments the connection's URI, a root folder with /bin/sleep, how many rounds
     */
    public static void main(String[] arguments) {
        int rounds = Integer.parseInt(arguments[2]);
        try (Connection connection = Connection.open(arguments[0])) {
            Map<String, Domain> domains = new LinkedHashMap<>();
            INTERFACES.forEach(
                    (name, devices) ->
                            domains.put(name, define(connection, Path.of(arguments[1]), devices)));
            Map<String, List<Double>> starts = new LinkedHashMap<>();
            Map<String, List<Double>> ends = new LinkedHashMap<>();
            // Not always one after the same other: the kernel is not done with that yet.
            List<Map.Entry<String, Domain>> turns = new ArrayList<>(domains.entrySet());
            Random random = new Random(1);
            for (int round = -Math.min(5, rounds); round < rounds; round++) {
                Collections.shuffle(turns, random);
                for (var each : turns) {
                    double start = millis(each.getValue()::start);
                    double end = millis(each.getValue()::destroy);
                    if (round >= 0) {
                        starts.computeIfAbsent(each.getKey(), _ -> new ArrayList<>()).add(start);
                        ends.computeIfAbsent(each.getKey(), _ -> new ArrayList<>()).add(end);
                    }
                }
            }
            domains.values().forEach(Domain::undefine);
            connection.networks().byName("default").destroy();
            INTERFACES
                    .keySet()
                    .forEach(
                            name ->
                                    System.out.printf(
                                            "%-14s start %s, destroy %s%n",
                                            name,
                                            summary(starts.get(name)),
                                            summary(ends.get(name))));
            long tooMuch =
                    INTERFACES.keySet().stream()
                            .skip(1)
                            .filter(name -> !isCheap(name, starts))
                            .count();
            // A handful of starts says nothing on a machine that does something else, too.
            System.exit(rounds < ENOUGH ? 0 : (int) tooMuch);
        }
    }

    /** Round by round, as what else the machine does is much the same within one. */
    private static boolean isCheap(String name, Map<String, List<Double>> starts) {
        List<Double> without = starts.get(WITHOUT);
        List<Double> with = starts.get(name);
        List<Double> more =
                IntStream.range(0, with.size())
                        .mapToObj(round -> with.get(round) - without.get(round))
                        .sorted()
                        .toList();
        double median = more.get(more.size() / 2);
        System.out.printf(
                "%-14s adds %.1f ms to a start, in the median of %d rounds; %.0f are allowed%n",
                name, median, more.size(), MOST_MILLIS);
        return median <= MOST_MILLIS;
    }

    private static Domain define(Connection connection, Path root, String devices) {
        String name = "bench" + connection.listAllDomains().size();
        return connection.defineDomain(
                DomainDocument.of(
                        """
                        <domain type='lxc'>
                          <name>%s</name><memory>65536</memory>
                          <os><type>exe</type><init>/bin/sleep</init><initarg>1000</initarg></os>
                          <features><privnet/></features>
                          <devices>
                            <filesystem><source dir='%s'/><target dir='/'/></filesystem>
                            %s<console type='pty'/>
                          </devices>
                        </domain>
                        """
                                .formatted(name, root, devices.formatted(ADDRESS))));
    }

    private static double millis(Runnable deed) {
        long began = System.nanoTime();
        deed.run();
        return (System.nanoTime() - began) / 1e6;
    }

    private static String summary(List<Double> times) {
        List<Double> sorted = times.stream().sorted().toList();
        return "%.1f ms at least, %.1f in the median"
                .formatted(sorted.getFirst(), sorted.get(sorted.size() / 2));
    }
}
