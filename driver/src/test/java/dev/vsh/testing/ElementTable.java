package dev.vsh.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What each element and attribute of a document does, as {@code elements/table.txt} says it; that file begins with a
 * description of its form.
 */
public record ElementTable(List<Row> rows) {
    private static final Path FOLDER = Path.of("src/test/resources");

    public ElementTable {
        rows = List.copyOf(rows);
    }

    /**
     * @param line where it is in the file
     * @param section the heading that it stands under
     * @param fragment a piece of a document
     */
    public record Row(int line, String section, String fragment, Outcome outcome) {}

    /** What becomes of the fragment when the domain starts. */
    public sealed interface Outcome {
        /**
         * @param effect for users
         * @param planned what only the plan of a document with the fragment has
         * @param unplanned what only the plan of a document without it has
         * @param needs files of the host's without which nothing can be planned
         * @param seenBy end-to-end tests, where no plan can tell
         */
        record Honoured(
                String effect,
                List<String> planned,
                List<String> unplanned,
                List<String> needs,
                List<String> seenBy)
                implements Outcome {}

        /**
         * @param message {@code …} stands for any text
         */
        record Refused(String message) implements Outcome {}

        /**
         * @param reason why nothing is done
         */
        record Kept(String reason) implements Outcome {}
    }

    /** The table of domains. */
    public static ElementTable read() {
        return read("elements/table.txt");
    }

    /**
     * @param file among the tests' resources
     */
    public static ElementTable read(String file) {
        try {
            return new Parser().parse(Files.readAllLines(FOLDER.resolve(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Parser {
        private final List<Row> rows = new ArrayList<>();
        private String section = "";

        ElementTable parse(List<String> lines) {
            int start = 0;
            for (int i = 0; i <= lines.size(); i++) {
                if (i == lines.size() || lines.get(i).isBlank()) {
                    block(start + 1, lines.subList(start, i));
                    start = i + 1;
                }
            }
            return new ElementTable(rows);
        }

        private void block(int number, List<String> lines) {
            if (lines.isEmpty() || lines.getFirst().startsWith("#")) {
                return;
            }
            String first = lines.getFirst();
            if (first.startsWith("== ")) {
                section = first.substring(3);
            } else {
                rows.add(new Row(number, section, first, outcome(number, lines)));
            }
        }

        private static Outcome outcome(int number, List<String> lines) {
            String[] outcome = lines.get(1).split(": ", 2);
            return switch (outcome[0]) {
                case "honoured" ->
                        new Outcome.Honoured(
                                outcome[1],
                                values("plan", lines),
                                values("without", lines),
                                values("needs", lines),
                                values("seen by", lines));
                case "refused" -> new Outcome.Refused(outcome[1]);
                case "kept" -> new Outcome.Kept(outcome[1]);
                default -> throw new AssertionError("line " + (number + 1) + ": " + lines.get(1));
            };
        }

        private static List<String> values(String key, List<String> lines) {
            return lines.stream()
                    .map(line -> line.split(": ", 2))
                    .filter(pair -> pair[0].equals(key))
                    .map(pair -> Arrays.asList(pair).getLast())
                    .toList();
        }
    }
}
