package dev.vsh.domain.xml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the known name that a misspelt one most likely meant. */
final class NearestName {
    private static final int MAX_LENGTH = 64;

    private NearestName() {}

    /**
     * Nothing, unless a name is so near that two slips of the finger explain the difference, or that the word is the name
     * with something in front.
     */
    static Optional<String> of(String word, Collection<String> names) {
        if (word.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        int tolerance = word.length() < 4 ? 1 : 2;
        return names.stream()
                .filter(name -> distance(word, name) <= tolerance)
                .min(Comparator.comparingInt((String name) -> distance(word, name)))
                .or(() -> names.stream().filter(name -> word.endsWith("_" + name)).findFirst());
    }

    /** Insertions, deletions, substitutions and swaps of neighbours that turn one into the other. */
    private static int distance(String left, String right) {
        String a = left.toLowerCase(Locale.ROOT);
        String b = right.toLowerCase(Locale.ROOT);
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, a, b, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int cheapest(int[][] cost, String a, String b, int i, int j) {
        int substitution = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(substitution, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped =
                i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
