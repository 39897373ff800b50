package dev.vsh.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A command line whose answer shows what programs get.
 *
 * @param setting what has to be done before it
 * @param volatileValues whether only the names in it stay the same
 * @param answers whether the imaginary machine has an answer
 */
record OutputExample(String line, String setting, boolean volatileValues, boolean answers) {
    private static final Path GOLDEN = Path.of("src/test/resources/golden").toAbsolutePath();
    private static final Path EXAMPLES = Path.of("src/test/resources/output/examples.txt");

    static List<OutputExample> all() throws IOException {
        return Files.readAllLines(EXAMPLES).stream()
                .filter(line -> !line.startsWith("#"))
                .map(OutputExample::parse)
                .toList();
    }

    private static OutputExample parse(String text) {
        boolean marked = text.startsWith("! ") || text.startsWith("~ ");
        String[] parts = (marked ? text.substring(2) : text).split(" \\| ", 2);
        return new OutputExample(
                parts[0],
                parts.length == 1 ? "" : parts[1] + "; ",
                text.startsWith("~"),
                !text.startsWith("!"));
    }

    String command() {
        return line.split(" ", 2)[0];
    }

    ShellRun run(String format) {
        return new ShellRun()
                .in(GOLDEN)
                .run("-c", "test:///default", "--output", format, setting + line);
    }
}
