package dev.vsh.shell.command;

import java.util.Collection;
import java.util.Optional;

/** Guesses what somebody meant who wrote a name that does not exist. */
public final class NearestName {
    private NearestName() {}

    /** The name that is fewest slips away from {@code written}; empty when none is near. */
    public static Optional<String> to(String written, Collection<String> names) {
        Optional<String> nearest = Optional.empty();
        int fewest = Math.max(1, written.length() / 3) + 1;
        for (String name : names) {
            int slips = slips(written, name);
            if (slips < fewest) {
                fewest = slips;
                nearest = Optional.of(name);
            }
        }
        return nearest;
    }

    /** What is said behind the error about {@code written}; empty text when none is near. */
    public static String advice(String written, Collection<String> names) {
        return to(written, names).map(name -> "; did you mean '" + name + "'?").orElse("");
    }

    /** Letters to insert, drop, replace or swap with their neighbour (optimal string alignment). */
    private static int slips(String from, String to) {
        int[][] distance = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            distance[i][0] = i;
        }
        for (int j = 0; j <= to.length(); j++) {
            distance[0][j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            for (int j = 1; j <= to.length(); j++) {
                distance[i][j] = cheapest(distance, from, to, i, j);
            }
        }
        return distance[from.length()][to.length()];
    }

    private static int cheapest(int[][] distance, String from, String to, int i, int j) {
        int replaced = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
        int best = distance[i - 1][j - 1] + replaced;
        best = Math.min(best, 1 + Math.min(distance[i - 1][j], distance[i][j - 1]));
        boolean swapped =
                i > 1
                        && j > 1
                        && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(best, 1 + distance[i - 2][j - 2]) : best;
    }
}
