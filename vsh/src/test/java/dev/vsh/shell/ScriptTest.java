package dev.vsh.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class ScriptTest {
    @TempDir private Path folder;

    @Test
    void commandsOfAFileRunOneAfterTheOther() throws IOException {
        ShellRun run = script("#!/usr/bin/vsh -f\n\necho 'a\nb'; domid test\necho c \\\n  d\n");

        assertEquals("a\nb\n1\n\nc d\n", run.results());
        assertEquals("", run.errors());
        assertEquals(0, run.status());
    }

    @Test
    void firstFailureEndsItAndSaysWhereItIs() throws IOException {
        ShellRun run = script("echo a\n\ndomid test; domid nosuch; echo b\necho c\n");

        assertEquals("a\n1\n\n\n", run.results());
        assertEquals("error: commands:3: failed to get domain 'nosuch'\n", run.errors());
        assertEquals(1, run.status());
    }

    @Test
    void mistakeInALineIsFoundWhenItComesToIt() throws IOException {
        ShellRun run = script("echo a\necho b; nosuch\n");

        assertEquals("a\n", run.results());
        assertEquals("error: commands:2: unknown command: 'nosuch'\n", run.errors());
    }

    @Test
    void quoteThatIsNeverClosedIsNamedByTheLineWhereItStands() throws IOException {
        assertEquals(
                "error: commands:2: missing \"\n", script("echo a\necho \"b\n\necho c\n").errors());
        assertEquals("error: commands:1: missing '\n", script("echo it's\necho c\n").errors());
    }

    @Test
    void hostCommandsRunInTheShellsFolderAndEndTheScriptWhenTheyFail() throws IOException {
        ShellRun run = script("!touch made; test -e made\n!exit 3\necho c\n");

        assertEquals("\n\n", run.results());
        assertEquals("error: commands:2: the command failed\n", run.errors());
        assertEquals(3, run.status());
    }

    @Test
    void dashIsStandardInput() {
        ShellRun run = new ShellRun().withInput("echo a\nnosuch\n").run("-f", "-");

        assertEquals("a\n", run.results());
        assertEquals("error: standard input:2: unknown command: 'nosuch'\n", run.errors());
    }

    @Test
    void fileThatIsNotThereIsNamed() {
        ShellRun run = new ShellRun().in(folder).run("-f", "nosuch");

        assertEquals("error: cannot read script 'nosuch': no such file\n", run.errors());
        assertEquals(1, run.status());
    }

    @Test
    void scriptTakesThePlaceOfACommand() {
        assertEquals(
                "error: option --file takes the place of the command 'list'\n",
                new ShellRun().run("-f", "commands", "list").errors());
    }

    @Test
    void namesOfOptionsCanBeCutShort() {
        assertEquals(
                "1\n\n", new ShellRun().run("--conn=test:///default", "domid", "test").results());
        assertEquals(
                "error: unsupported option '--keepalive'. See --help.\n",
                new ShellRun().run("--keepalive", "3").errors());
    }

    private ShellRun script(String text) throws IOException {
        Files.writeString(folder.resolve("commands"), text);
        return new ShellRun().in(folder).run("-c", "test:///default", "--file", "commands");
    }
}
