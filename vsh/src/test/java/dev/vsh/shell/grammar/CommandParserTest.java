package dev.vsh.shell.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.CommandTable;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.MissingCommand;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.command.ValueCompleter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Optional;

class CommandParserTest {
    private static final Option.Text DOMAIN =
            Option.Text.required("domain", "", ValueCompleter.NOTHING);
    private static final Option.Text DEVNAME =
            Option.Text.optional("devname", "", ValueCompleter.NOTHING);
    private static final Option.Flag FORCE = new Option.Flag("force", "");
    private static final Option.Refused PAUSED = Option.Refused.flag("paused", "no");
    private static final Option.Refused FDS = Option.Refused.text("pass-fds", "never");
    private static final Option.Words STRING = new Option.Words("string", "");
    private static final Option.Text TOPIC =
            Option.Text.optional("command", "", ValueCompleter.NOTHING);

    private final CommandParser parser =
            new CommandParser(
                    new CommandTable(
                            List.of(
                                    () ->
                                            List.of(
                                                    command(
                                                            "console", DOMAIN, DEVNAME, FORCE,
                                                            PAUSED, FDS)),
                                    () ->
                                            List.of(
                                                    command("echo", FORCE, STRING),
                                                    command("help", TOPIC))),
                            CommandParserTest::missing));

    private static Optional<MissingCommand> missing(String name) {
        return Optional.of(new MissingCommand("migrate", "", "they stay"))
                .filter(command -> command.name().equals(name));
    }

    @Test
    void missingCommandTakesAnyWordsAndStopsNoOther() {
        List<Invocation> both = parser.parse(new LineWords("migrate web --live uri; echo a"));

        assertEquals(2, both.size());
        assertThrows(CommandException.class, both.getFirst()::run);
        assertEquals("help", only("migrate --help").command().name());
    }

    @Test
    void dataFillOptionsInTheirOrder() {
        Invocation console = only("console a b");

        assertEquals("a", console.required(DOMAIN));
        assertEquals(Optional.of("b"), console.value(DEVNAME));
    }

    @Test
    void namedValuesLeaveTheirPlaceToData() {
        Invocation console = only("console --devname=b=c --force a");

        assertEquals("a", console.required(DOMAIN));
        assertEquals(Optional.of("b=c"), console.value(DEVNAME));
        assertTrue(console.has(FORCE));
        assertEquals("--force", only("console --domain --force").required(DOMAIN));
    }

    @Test
    void twoDashesMakeEverythingData() {
        assertEquals(List.of("a", "--", "--force"), only("echo a -- -- --force").words(STRING));
    }

    @Test
    void dashesWithoutANameAreData() {
        assertEquals(List.of("-", "---", "-f"), only("echo - --- -f").words(STRING));
    }

    @Test
    void helpAnywhereAsksForHelp() {
        Invocation help = only("console --force --help");

        assertEquals("help", help.command().name());
        assertEquals(Optional.of("console"), help.value(TOPIC));
        assertEquals(List.of("--help"), only("echo -- --help").words(STRING));
    }

    @Test
    void emptyCommandsAndCommentsAreNothing() {
        assertEquals(2, parser.parse(new LineWords(";echo a; ;# echo b\necho c;")).size());
        assertEquals(0, parser.parse(new ArgumentWords(List.of("#echo", "a"))).size());
    }

    @Test
    void argumentsKeepTheirSpecialCharacters() {
        List<Invocation> invocations =
                parser.parse(new ArgumentWords(List.of("echo", "'", ";", "a b", "\\", "#")));

        assertEquals(List.of("'", ";", "a b", "\\", "#"), invocations.getFirst().words(STRING));
    }

    @Test
    void refusedOptionIsUnderstoodButNotDone() {
        CommandException e =
                assertThrows(CommandException.class, () -> only("console a --paused").run());
        assertEquals(List.of("argument unsupported: --paused: no"), e.lines());
        assertThrows(CommandException.class, () -> only("console --pass-fds 3 a").run());
        CommandException alone =
                assertThrows(CommandException.class, () -> only("console a b 3").run());
        assertEquals(List.of("argument unsupported: --pass-fds: never"), alone.lines());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nosuch              | unknown command: 'nosuch'",
                "ehco a              | unknown command: 'ehco'; did you mean 'echo'?",
                "echo a; consol      | unknown command: 'consol'; did you mean 'console'?",
                "console             | command 'console' requires <domain> option",
                "console a b c d     | unexpected data 'd'",
                "console a --foo     | command 'console' doesn't support option --foo",
                "console a --dev b   | command 'console' doesn't support option --dev",
                "console a --forc    |"
                        + " command 'console' doesn't support option --forc; did you mean --force?",
                "console a --force=1 | invalid '=' after option --force",
                "console --domain    | expected syntax: --domain <string>",
                "console a --domain b | option --domain already seen",
                "echo --force --force | option --force already seen",
            })
    void refusesWhatItCannotRead(String line, String message) {
        SyntaxException e =
                assertThrows(
                        SyntaxException.class, () -> parser.parse(new LineWords(line.strip())));
        assertEquals(message.strip(), e.getMessage());
    }

    private Invocation only(String line) {
        List<Invocation> invocations = parser.parse(new LineWords(line));
        assertEquals(1, invocations.size());
        return invocations.getFirst();
    }

    private static CommandDefinition command(String name, Option... options) {
        return new CommandDefinition(name, CommandGroup.DOMAIN, "", "", List.of(options), _ -> {});
    }
}
