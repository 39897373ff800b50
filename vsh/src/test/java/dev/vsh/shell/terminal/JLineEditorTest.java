package dev.vsh.shell.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.CommandTable;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.completion.CompletionEngine;
import dev.vsh.shell.completion.HintEngine;
import dev.vsh.shell.session.History;
import dev.vsh.shell.session.InterruptKey;
import dev.vsh.shell.session.LineEditor;
import dev.vsh.shell.session.LineHelp;

import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

@Timeout(20)
class JLineEditorTest {
    private static final int SIZE = 100;

    @TempDir private Path home;

    @Test
    void readsLinesUntilTheEnd() throws IOException {
        assertEquals(List.of("list --all", "", "quit"), type("list --all\n\nquit\n"));
    }

    @Test
    void tabCompletesAsTheShellsGrammarSaysIt() throws IOException {
        assertEquals(List.of("start my\\ web "), type("sta\tmy\t\n"));
        assertEquals(List.of("list; start --console "), type("list; start --c\t\n"));
    }

    @Test
    void exclamationMarkIsNothingSpecial() throws IOException {
        assertEquals(List.of("echo a!b !!"), type("echo a!b !!\n"));
    }

    @Test
    void pastedTextIsNotCompletedOrRun() throws IOException {
        assertEquals(List.of("echo a\tb"), type("\u001b[200~echo a\tb\u001b[201~\n"));
    }

    @Test
    void interruptKeyThrowsAwayTheLineThatItWasTypedIn() throws IOException {
        assertEquals(List.of("", "echo over"), type("half a comma\u0003echo over\n"));
        assertEquals(List.of("", "", "list"), type("echo 'open\nand\u0003\u0003list\n"));
    }

    @Test
    void historyOutlivesTheEditor() throws IOException {
        type("list --all\n");

        Path file = home.resolve("state/vsh/history");
        assertEquals(List.of("list --all"), Files.readAllLines(file));
        assertEquals(List.of("list --all"), type("\u001b[A\n"));
    }

    @Test
    void historyThatCannotBeKeptDisturbsNobody() throws IOException {
        History history = new History(Optional.of(Path.of("/dev/null/vsh/history")), SIZE);

        assertEquals(List.of("list"), type("list\n", history));
    }

    @Test
    void completionOffersOnlyWhatFits() {
        CompletionEngine engine = new CompletionEngine(commands());

        assertTrue(engine.complete(List.of("start"), "my").contains("my web"));
        assertFalse(engine.complete(List.of("start"), "--").contains("--paused"));
    }

    private List<String> type(String keys) throws IOException {
        return type(keys, new History(Optional.of(home.resolve("state/vsh/history")), SIZE));
    }

    private static List<String> type(String keys, History history) throws IOException {
        List<String> lines = new ArrayList<>();
        try (Terminal terminal = terminal(keys);
                LineEditor editor =
                        JLineEditor.open(terminal, help(), history, new InterruptKey())) {
            Optional<String> line = editor.readLine("vsh # ");
            while (line.isPresent()) {
                lines.add(line.get());
                line = editor.readLine("vsh # ");
            }
        }
        return lines;
    }

    private static LineHelp help() {
        return new LineHelp(
                new CompletionEngine(commands()), Optional.of(new HintEngine(commands())));
    }

    private static Terminal terminal(String keys) throws IOException {
        return new DumbTerminal(
                "test",
                "ansi",
                new ByteArrayInputStream(keys.getBytes(StandardCharsets.UTF_8)),
                new ByteArrayOutputStream(),
                StandardCharsets.UTF_8);
    }

    private static CommandTable commands() {
        Option.Text domain = Option.Text.required("domain", "", (_, _) -> List.of("my web"));
        Option.Flag console = new Option.Flag("console", "");
        Option.Refused paused = Option.Refused.flag("paused", "");
        return new CommandTable(
                List.of(() -> List.of(command("start", domain, console, paused), command("list"))),
                _ -> Optional.empty());
    }

    private static CommandDefinition command(String name, Option... options) {
        return new CommandDefinition(name, CommandGroup.DOMAIN, "", "", List.of(options), _ -> {});
    }
}
