package dev.vsh.shell.look;

import dev.vsh.driver.Connection;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Looks at all running domains again and again, and remembers the last minutes. */
public final class UsageMonitor {
    /** At a look every two seconds, five minutes. */
    private static final int REMEMBERED = 150;

    private final Supplier<Connection> connection;
    private final Map<String, Deque<Double>> loads = new HashMap<>();
    private Map<String, UsageSample> last = Map.of();

    public UsageMonitor(Supplier<Connection> connection) {
        this.connection = connection;
    }

    /** What has been used since the last look; at the first look, and of new domains, nothing. */
    public List<UsageRow> look() {
        Map<String, UsageSample> now = new HashMap<>();
        List<UsageRow> rows = new ArrayList<>();
        for (var domain : connection.get().listAllDomains()) {
            UsageSample.of(domain)
                    .ifPresent(
                            sample -> {
                                now.put(sample.name(), sample);
                                rows.add(row(sample));
                            });
        }
        loads.keySet().retainAll(now.keySet());
        last = now;
        return rows;
    }

    private UsageRow row(UsageSample sample) {
        UsageRow row = UsageRow.between(last.getOrDefault(sample.name(), sample), sample);
        Deque<Double> load = loads.computeIfAbsent(sample.name(), _ -> new ArrayDeque<>());
        load.addLast(row.cpu());
        if (load.size() > REMEMBERED) {
            load.removeFirst();
        }
        return row;
    }

    /** Processors that a domain kept busy, the oldest look first. */
    Collection<Double> loads(String name) {
        return loads.getOrDefault(name, new ArrayDeque<>());
    }
}
