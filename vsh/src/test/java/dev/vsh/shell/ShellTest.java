package dev.vsh.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class ShellTest {
    private static final String URI = "test:///default";

    @Test
    void resultsAndErrorsTakeDifferentWays() {
        ShellRun run = new ShellRun().run("-c", URI, "domid nosuch; domid test");

        assertEquals("\n1\n\n", run.results());
        assertEquals(
                """
                error: failed to get domain 'nosuch'
                """,
                run.errors());
        assertEquals(0, run.status());
    }

    @Test
    void nameThatIsNearAnotherIsCorrected() {
        assertEquals(
                """
                error: failed to get domain 'tset'; did you mean 'test'?
                """,
                new ShellRun().run("-c", URI, "domid", "tset").errors());
        assertEquals(
                "error: command or command group 'strat' doesn't exist; did you mean 'start'?\n",
                new ShellRun().run("help", "strat").errors());
    }

    @Test
    void argumentsAreNotSplitAgain() {
        assertEquals("a;  b\n", new ShellRun().run("echo", "a;  b").results());
    }

    @Test
    void oneMistakeStopsAllCommands() {
        ShellRun run = new ShellRun().run("-c", URI, "destroy test; nosuch");

        assertEquals("", run.results());
        assertEquals("error: unknown command: 'nosuch'\n", run.errors());
        assertEquals(1, run.status());
    }

    @Test
    void optionsOfTheProcessOutrankItsEnvironment() {
        ShellRun run =
                new ShellRun()
                        .withVariable("VIRSH_DEFAULT_CONNECT_URI", "foo:///")
                        .withVariable("LIBVIRT_DEFAULT_URI", "bar:///")
                        .run("-c", URI, "uri");

        assertEquals(URI + "\n\n", run.results());
    }

    @Test
    void ownVariableOutranksVirshs() {
        ShellRun run =
                new ShellRun()
                        .withVariable("VSH_DEFAULT_CONNECT_URI", URI)
                        .withVariable("VIRSH_DEFAULT_CONNECT_URI", "bar:///")
                        .withVariable("LIBVIRT_DEBUG", "1")
                        .run("uri");

        assertEquals(URI + "\n\n", run.results());
        assertEquals("", run.errors());
    }

    @Test
    void virshsVariableOutranksLibvirts() {
        ShellRun run =
                new ShellRun()
                        .withVariable("VIRSH_DEFAULT_CONNECT_URI", URI)
                        .withVariable("LIBVIRT_DEFAULT_URI", "bar:///")
                        .run("uri");

        assertEquals(URI + "\n\n", run.results());
    }

    @Test
    void commandsThatNeedNoConnectionDoNotAskForOne() {
        ShellRun run =
                new ShellRun().withVariable("LIBVIRT_DEFAULT_URI", "bar:///").run("echo", "a");

        assertEquals("a\n", run.results());
        assertEquals(0, run.status());
    }

    @Test
    void namedConnectionThatFailsStopsAtOnce() {
        ShellRun run = new ShellRun().run("-c", "foo:///bar", "echo", "a");

        assertEquals("", run.results());
        assertTrue(run.errors().startsWith("error: failed to connect to the hypervisor\nerror: "));
        assertEquals(1, run.status());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--foo      | unsupported option '--foo'. See --help.",
                "-x         | unsupported option '-x'. See --help.",
                "--quiet=1  | unsupported option '--quiet=1'. See --help.",
                "-c         | option '-c'/'--connect' requires an argument",
                "-eab       | Invalid string 'ab' for escape sequence",
                "-dx        | option -d takes a numeric argument",
                "-kx        | Invalid value for option -k",
                "-K-1       | option -K requires a positive integer argument",
                "-oxml      | option --output cannot be 'xml', only table, plain, json",
                "-l/no/log  | failed to open the log file. check the log file path",
            })
    void refusesOptionsThatMakeNoSense(String option, String message) {
        ShellRun run = new ShellRun().run(option);

        assertEquals("error: " + message + "\n", run.errors());
        assertEquals(1, run.status());
    }

    @Test
    void debugLevelOutOfRangeIsIgnoredAloud() {
        ShellRun run = new ShellRun().run("-d", "9", "echo", "a");

        assertEquals("error: ignoring debug level 9 out of range [0-4]\n", run.errors());
        assertEquals("a\n", run.results());
    }

    @Test
    void lettersCanShareADash() {
        assertEquals(
                " 1   test   running\n",
                new ShellRun().run("-qrctest:///default", "list").results());
    }

    @Test
    void standardInputIsAScriptWhereThereIsNoTerminal() {
        ShellRun run =
                new ShellRun()
                        .withInput("domid test\n# nothing\ncd /\npwd; domid nosuch\n")
                        .run("-c", URI);

        assertEquals("1\n\n\n/\n\n\n", run.results());
        assertEquals(1, run.status());
    }

    @Test
    void quitEndsAScript() {
        ShellRun run = new ShellRun().withInput("quit\necho a\n").run("-c", URI);

        assertEquals("", run.results());
        assertEquals(0, run.status());
    }

    @Test
    void consoleWithoutTerminalGivesNothingButTheContainersOutput() {
        ShellRun run =
                new ShellRun().withInput("one\ntwo\n").run("-c", URI, "-q", "console", "test");

        String output = run.results();
        assertEquals("one\r\none\r\ntwo\r\ntwo\r\n", output.substring(output.indexOf('\n') + 1));
        assertEquals("", run.errors());
    }

    @Test
    void consoleWithoutTerminalTellsTheRestOnStandardError() {
        ShellRun run =
                new ShellRun()
                        .withInput("half a line")
                        .run("-c", URI, "destroy test; start test --console; domstate test");

        String output = run.results();
        assertTrue(output.startsWith("Domain 'test' destroyed\n\nEvery line"), output);
        assertTrue(output.endsWith("half a linehalf a lineshut off\n\n"), output);
        assertEquals(
                """
                Domain 'test' started
                Connected to domain 'test'
                Escape character is ^] (Ctrl + ])
                """,
                run.errors());
    }

    @Test
    void errorsGoToTheLogFileToo(@TempDir Path folder) throws IOException {
        new ShellRun().in(folder).run("-l", "log", "-c", URI, "domid", "nosuch");

        String log = Files.readString(folder.resolve("log"));
        assertTrue(
                log.lines()
                        .findFirst()
                        .orElseThrow()
                        .matches(
                                "\\[\\d{4}\\.\\d\\d\\.\\d\\d \\d\\d:\\d\\d:\\d\\d vsh \\d+] ERROR"
                                        + " failed to get domain 'nosuch'"),
                log);
    }
}
