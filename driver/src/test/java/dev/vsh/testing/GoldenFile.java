package dev.vsh.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A text in {@code src/test/resources} that a test compares with what the code says now. {@code mvn -pl driver -am test
 * -Dgolden=write} writes what the code says into the files instead; look at the difference before you commit it.
 */
public final class GoldenFile {
    private static final Path RESOURCES = Path.of("src/test/resources");
    private static final Path PAGES = Path.of("../src/site/markdown");
    private static final int CONTEXT = 3;

    private final Path file;

    public GoldenFile(String name) {
        this(RESOURCES.resolve(name));
    }

    private GoldenFile(Path file) {
        this.file = file;
    }

    /** A page for users that is made of what the tests know. */
    public static GoldenFile page(String name) {
        return new GoldenFile(PAGES.resolve(name));
    }

    public void assertSays(String actual) throws IOException {
        if (System.getProperty("golden", "").equals("write")) {
            Files.createDirectories(file.resolveSibling(""));
            Files.writeString(file, actual);
            return;
        }
        String expected = Files.exists(file) ? Files.readString(file) : "";
        if (!expected.equals(actual)) {
            throw new AssertionError(
                    file
                            + " says otherwise (-Dgolden=write rewrites it):\n"
                            + difference(expected.lines().toList(), actual.lines().toList()));
        }
    }

    /** The part between the first and the last line that differ, with some lines around it. */
    private static String difference(List<String> expected, List<String> actual) {
        int shorter = Math.min(expected.size(), actual.size());
        int same = 0;
        while (same < shorter && expected.get(same).equals(actual.get(same))) {
            same++;
        }
        int tail = 0;
        while (tail < shorter - same && fromEnd(expected, tail).equals(fromEnd(actual, tail))) {
            tail++;
        }
        StringBuilder text = new StringBuilder();
        append(text, "  ", expected.subList(Math.max(0, same - CONTEXT), same));
        append(text, "- ", expected.subList(same, expected.size() - tail));
        append(text, "+ ", actual.subList(same, actual.size() - tail));
        int after = actual.size() - tail;
        append(text, "  ", actual.subList(after, Math.min(actual.size(), after + CONTEXT)));
        return text.toString();
    }

    private static String fromEnd(List<String> lines, int index) {
        return lines.get(lines.size() - 1 - index);
    }

    private static void append(StringBuilder text, String prefix, List<String> lines) {
        lines.forEach(line -> text.append(prefix).append(line).append('\n'));
    }
}
