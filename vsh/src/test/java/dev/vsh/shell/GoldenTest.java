package dev.vsh.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Every {@code golden/NAME.in} is run as one command string against {@code test:///default}, and has
 * to give {@code golden/NAME.out}, whose last line is the exit status. A first line {@code
 * #arguments: …} adds options of the process. {@code -Dgolden=write} makes the answers what they are
 * now; read the difference before you commit it.
 */
class GoldenTest {
    private static final Path FOLDER = Path.of("src/test/resources/golden").toAbsolutePath();
    private static final String ARGUMENTS = "#arguments: ";

    @TestFactory
    Stream<DynamicTest> scripts() throws IOException {
        List<Path> scripts;
        try (Stream<Path> files = Files.list(FOLDER)) {
            scripts = files.filter(file -> file.toString().endsWith(".in")).sorted().toList();
        }
        assertFalse(scripts.isEmpty());
        return scripts.stream()
                .map(script -> DynamicTest.dynamicTest(name(script), () -> check(script)));
    }

    /** What has no example here can break unseen. */
    @Test
    void everyCommandIsInAScript() throws IOException {
        Set<String> without =
                new TreeSet<>(new ShellRun().run("-q", "complete").results().lines().toList());
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path script : files.filter(file -> file.toString().endsWith(".in")).toList()) {
                for (String line : Files.readString(script).split("[\n;]", -1)) {
                    without.remove(line.strip().split(" ", 2)[0]);
                }
            }
        }
        assertEquals(Set.of(), without);
    }

    private static void check(Path script) throws IOException {
        String actual = answer(Files.readString(script));
        Path expected = FOLDER.resolve(name(script) + ".out");
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(expected, actual);
        }
        assertEquals(Files.readString(expected), actual);
    }

    private static String answer(String script) {
        List<String> arguments = new ArrayList<>(List.of("-c", "test:///default"));
        script.lines()
                .filter(line -> line.startsWith(ARGUMENTS))
                .findFirst()
                .ifPresent(
                        line ->
                                arguments.addAll(
                                        List.of(line.substring(ARGUMENTS.length()).split(" "))));
        arguments.add(script);
        ShellRun run =
                new ShellRun()
                        .in(FOLDER)
                        .withVariable("EDITOR", "true")
                        .withErrorsAmongResults()
                        .withInput("typed ahead\n")
                        .run(arguments.toArray(String[]::new));
        return run.results() + "## Exit code: " + run.status() + "\n";
    }

    private static String name(Path script) {
        return String.valueOf(script.getFileName()).replace(".in", "");
    }
}
