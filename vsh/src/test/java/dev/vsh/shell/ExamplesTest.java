package dev.vsh.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vsh.shell.manual.Example;
import dev.vsh.shell.manual.Examples;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Each command has an example, and each example works. */
class ExamplesTest {
    private static final Path DOCUMENTS =
            Path.of("src/test/resources/golden/documents").toAbsolutePath();
    private static final String SETUP = "define web.xml; start web; ";

    /** The rest of the line is the host's, so that nothing can go wrong in reading it. */
    private static final String HOST_COMMAND = "!";

    @Test
    void eachCommandHasOne() {
        assertEquals(
                new ShellRun().run("complete", "--", "").results().lines().sorted().toList(),
                Stream.concat(
                                Examples.all().stream().map(Example::command),
                                // what sets the output of a command apart from the next one's
                                Stream.of(""))
                        .sorted()
                        .toList());
    }

    @TestFactory
    Stream<DynamicTest> each() {
        return Examples.all().stream()
                .map(example -> DynamicTest.dynamicTest(example.line(), () -> check(example)));
    }

    /** One that cannot run is at least a line that the shell can read: reading comes before running. */
    private static void check(Example example) {
        if (example.needsHost()) {
            assertEquals("", run(List.of("exit; " + example.line())).errors());
        } else if (!example.command().equals(HOST_COMMAND)) {
            ShellRun run = run(List.of(SETUP + example.setup() + "; " + example.line()));

            assertEquals("", run.errors());
            assertEquals(0, run.status());
        }
    }

    private static ShellRun run(List<String> commands) {
        String[] arguments =
                Stream.concat(Stream.of("-c", "test:///default"), commands.stream())
                        .toArray(String[]::new);
        return new ShellRun().in(DOCUMENTS).run(arguments);
    }
}
