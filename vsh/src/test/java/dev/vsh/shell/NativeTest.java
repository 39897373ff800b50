package dev.vsh.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;

/** Conversions whose result is not the same each time: uuids are made anew. */
final class NativeTest {
    private static final Path FOLDER = Path.of("src/test/resources/golden").toAbsolutePath();

    private static ShellRun run(String... words) {
        String[] arguments = new String[words.length + 2];
        arguments[0] = "-c";
        arguments[1] = "test:///default";
        System.arraycopy(words, 0, arguments, 2, words.length);
        return new ShellRun().in(FOLDER).run(arguments);
    }

    @Test
    void documentGoesToResultsAndWarningsToErrors() {
        ShellRun run = run("domxml-from-native", "lxc-tools", "configs/web.conf");
        assertEquals(0, run.status());
        assertTrue(run.results().startsWith("<domain type='lxc'>\n  <name>web</name>\n"));
        assertTrue(run.results().contains("<privnet/>"));
        assertEquals(
                """
                warning: configs/web.conf:9: lxc.signal.halt: how a domain is told to end is no part of a domain's document
                warning: configs/web.conf:10: lxc.start.auto: '1': autostart is no part of a domain's document
                """,
                run.errors());
    }
}
