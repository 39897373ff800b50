package dev.vsh.shell.look;

import java.util.ArrayList;
import java.util.List;

/** What makes one text another, line by line, as {@code diff -u} prints it. */
public final class UnifiedDiff {
    private static final int CONTEXT = 3;

    /**
     * A line of either text.
     *
     * @param sign {@code -} of the old one only, {@code +} of the new one only, a blank of both
     */
    private record Edit(char sign, String line) {}

    private final List<Edit> edits;

    public UnifiedDiff(List<String> before, List<String> after) {
        this.edits = edits(before, after, commonLengths(before, after));
    }

    /** Hunks with their headings; none when the texts are the same. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        int at = 0;
        while ((at = nextChange(at)) < edits.size()) {
            int begin = Math.max(0, at - CONTEXT);
            int end = hunkEnd(at);
            lines.add(heading(begin, end));
            edits.subList(begin, end).forEach(edit -> lines.add(edit.sign() + edit.line()));
            at = end;
        }
        return lines;
    }

    private int nextChange(int from) {
        int at = from;
        while (at < edits.size() && edits.get(at).sign() == ' ') {
            at++;
        }
        return at;
    }

    /** Changes that are near each other share their context. */
    private int hunkEnd(int firstChange) {
        int end = firstChange;
        int next = firstChange;
        while (next < edits.size() && next - end <= 2 * CONTEXT) {
            end = next + 1;
            next = nextChange(end);
        }
        return Math.min(edits.size(), end + CONTEXT);
    }

    private String heading(int begin, int end) {
        return "@@ -" + range('+', begin, end) + " +" + range('-', begin, end) + " @@";
    }

    /**
     * @param foreign the sign of lines that the other text has
     */
    private String range(char foreign, int begin, int end) {
        long before = count(foreign, 0, begin);
        long length = count(foreign, begin, end);
        long first = length == 0 ? before : before + 1;
        return length == 1 ? Long.toString(first) : first + "," + length;
    }

    private long count(char foreign, int begin, int end) {
        return edits.subList(begin, end).stream().filter(edit -> edit.sign() != foreign).count();
    }

    /** Of what is behind line i of the one and line j of the other, the longest common subsequence. */
    private static int[][] commonLengths(List<String> before, List<String> after) {
        int[][] lengths = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                lengths[i][j] =
                        before.get(i).equals(after.get(j))
                                ? lengths[i + 1][j + 1] + 1
                                : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
            }
        }
        return lengths;
    }

    private static List<Edit> edits(List<String> before, List<String> after, int[][] lengths) {
        List<Edit> edits = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
                edits.add(new Edit(' ', before.get(i)));
                i++;
                j++;
            } else if (j == after.size()
                    || (i < before.size() && lengths[i + 1][j] >= lengths[i][j + 1])) {
                edits.add(new Edit('-', before.get(i++)));
            } else {
                edits.add(new Edit('+', after.get(j++)));
            }
        }
        return edits;
    }
}
