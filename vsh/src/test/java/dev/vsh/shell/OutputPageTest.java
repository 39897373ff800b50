package dev.vsh.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every command that lists or informs has JSON, which can be read, and a place on the page about output. */
class OutputPageTest {
    private static final Path PAGE = Path.of("../src/site/markdown/output.md");

    /** Groups whose commands all inform, and those of them that do not. */
    private static final List<String> INFORMING = List.of("monitor", "host", "interface");

    private static final Set<String> NO_ANSWER = Set.of("log");

    private static List<String> lines(String... arguments) {
        return new ShellRun().run(arguments).results().lines().toList();
    }

    private static Set<String> withFormat() {
        return lines("-q", "complete").stream()
                .filter(name -> lines("-q", "complete -- " + name + " --outp").contains("--output"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyCommandThatTakesTheFormatHasAnExample() throws IOException {
        Set<String> examples =
                OutputExample.all().stream()
                        .map(OutputExample::command)
                        .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(withFormat(), examples);
    }

    @Test
    void everyCommandThatInformsTakesTheFormat() {
        Set<String> taking = withFormat();
        Set<String> informing = new TreeSet<>();
        for (String group : INFORMING) {
            lines("-q", "help " + group).stream()
                    .filter(line -> line.startsWith("    "))
                    .map(line -> line.strip().split(" ", 2)[0])
                    .forEach(informing::add);
        }
        informing.removeAll(NO_ANSWER);
        informing.removeAll(taking);

        assertEquals(Set.of(), informing);
    }

    @TestFactory
    Stream<DynamicTest> jsonCanBeRead() throws IOException {
        return OutputExample.all().stream()
                .map(example -> DynamicTest.dynamicTest(example.line(), () -> check(example)));
    }

    private static void check(OutputExample example) {
        ShellRun run = example.run("json");
        if (!example.answers()) {
            assertEquals("", run.results());
            assertEquals(1, run.status());
            return;
        }
        assertEquals("", run.errors());
        Object value = JsonReader.read(run.results());
        if (value instanceof List<?> list) {
            list.forEach(each -> assertInstanceOf(Map.class, each));
        } else {
            assertInstanceOf(Map.class, value);
        }
        assertTrue(example.run("plain").errors().isEmpty());
    }

    @Test
    void pageShowsTheExamples() throws IOException {
        String page = OutputPage.of(OutputExample.all());
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(PAGE, page);
        }

        assertEquals(Files.readString(PAGE), page);
    }
}
