package dev.vsh.shell.guests;

import dev.vsh.domain.Autostart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Whose turn it is when. A domain comes after those of a lower order, and after those that it names: one that names a
 * domain of a higher order waits for that order.
 */
final class GuestOrder {
    private record Rank(int order, int depth) implements Comparable<Rank> {
        private static final Comparator<Rank> BY_TURN =
                Comparator.comparingInt(Rank::order).thenComparingInt(Rank::depth);

        /** The first turn that is not before this one's own and after the other's. */
        Rank after(Rank other) {
            Rank next = new Rank(other.order, other.depth + 1);
            return compareTo(next) < 0 ? next : this;
        }

        @Override
        public int compareTo(Rank other) {
            return BY_TURN.compare(this, other);
        }
    }

    private final Map<String, Autostart> domains;
    private final Map<String, Rank> ranks = new HashMap<>();
    private final Set<String> circular = new TreeSet<>();

    /**
     * @param domains by name
     */
    GuestOrder(Map<String, Autostart> domains) {
        this.domains = Map.copyOf(domains);
        domains.keySet().stream().sorted().forEach(name -> rank(name, new HashSet<>()));
    }

    private Rank rank(String name, Set<String> waiting) {
        Rank known = ranks.get(name);
        if (known != null) {
            return known;
        }
        Autostart autostart = domains.getOrDefault(name, Autostart.DEFAULT);
        Rank rank = new Rank(autostart.order(), 0);
        waiting.add(name);
        for (String earlier : autostart.after()) {
            if (waiting.contains(earlier)) {
                circular.add(name);
            } else if (domains.containsKey(earlier)) {
                rank = rank.after(rank(earlier, waiting));
            }
        }
        waiting.remove(name);
        ranks.put(name, rank);
        return rank;
    }

    /** Names that close a circle: one of each, and the others of it wait for that one. */
    Set<String> circular() {
        return Set.copyOf(circular);
    }

    /** Names by turn, each turn's sorted; those that wait for each other as if they did not. */
    List<List<String>> turns() {
        Map<Rank, List<String>> turns = new TreeMap<>();
        domains.keySet().stream()
                .sorted()
                .forEach(
                        name ->
                                turns.computeIfAbsent(
                                                rank(name, new HashSet<>()), _ -> new ArrayList<>())
                                        .add(name));
        return List.copyOf(turns.values());
    }
}
