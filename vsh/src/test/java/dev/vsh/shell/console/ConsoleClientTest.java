package dev.vsh.shell.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.vsh.driver.ConsoleOptions;
import dev.vsh.driver.TerminalSize;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.output.OutputFormat;
import dev.vsh.shell.output.ShellLog;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

@Timeout(20)
class ConsoleClientTest {
    private static final String GREETING =
            """
            Connected to domain 'web'
            Escape character is ^] (Ctrl + ])
            """;

    private final ScriptedTerminal terminal = new ScriptedTerminal();
    private final ScriptedStream stream = new ScriptedStream();
    private final ByteArrayOutputStream results = new ByteArrayOutputStream();

    @Test
    void escapeLeavesWhereverItComesInARead() {
        terminal.type("ls\r");
        terminal.type("exit\u001dquit\r");

        attach();

        assertEquals("<80x24>ls\rexit", stream.told());
        assertEquals(1, terminal.timesClosed());
        assertEquals("quit\r", terminal.givenBack());
    }

    @Test
    void endOfTheContainerGivesTheTerminalBack() {
        stream.say("bye\r\n");
        stream.end();

        attach();

        assertEquals(GREETING + "bye\r\n", results.toString(StandardCharsets.UTF_8));
        assertEquals(1, terminal.timesClosed());
    }

    @Test
    void failureGivesTheTerminalBack() {
        stream.fail();

        CommandException e = assertThrows(CommandException.class, this::attach);

        assertEquals("console of domain 'web' broke off: connection reset", e.getMessage());
        assertEquals(1, terminal.timesClosed());
    }

    @Test
    void vanishedTerminalLeaves() {
        terminal.hangUp();

        attach();

        assertEquals("<80x24>", stream.told());
    }

    @Test
    void newWindowSizeIsPassedOn() {
        stream.end();
        attach();

        terminal.resize(new TerminalSize(132, 50));

        assertEquals("<80x24><132x50>", stream.told());
    }

    private void attach() {
        PrintStream out = new PrintStream(results, true, StandardCharsets.UTF_8);
        Output output = new Output(out, out, false, OutputFormat.TABLE, false, ShellLog.NONE);
        new ConsoleClient(
                        terminal,
                        new ByteArrayInputStream(new byte[0]),
                        output,
                        EscapeCharacter.DEFAULT)
                .attach(new ConsoleDomain("web", stream), ConsoleOptions.FIRST);
    }
}
