package dev.vsh.shell.completion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.CommandTable;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.command.ValueCompleter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Optional;

class HintEngineTest {
    private final HintEngine hints =
            new HintEngine(
                    new CommandTable(
                            List.of(
                                    () ->
                                            List.of(
                                                    new CommandDefinition(
                                                            "run",
                                                            CommandGroup.DOMAIN,
                                                            "",
                                                            "",
                                                            List.of(
                                                                    Option.Text.required(
                                                                            "domain",
                                                                            "",
                                                                            ValueCompleter.NOTHING),
                                                                    new Option.Flag("fast", ""),
                                                                    Option.Text.optional(
                                                                            "user",
                                                                            "whose rights",
                                                                            ValueCompleter.NOTHING),
                                                                    Option.Refused.flag("no", ""),
                                                                    new Option.Words("cmd", "")),
                                                            _ -> {}))),
                            _ -> Optional.empty()));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'run '              | <domain> [--fast] [--user <string>] [<cmd>]...",
                "'run web '          | [--fast] [--user <string>] [<cmd>]...",
                "'list; run --fast ' | <domain> [--user <string>] [<cmd>]...",
                "'run web --user '   | <user>  whose rights",
                "'run web -- '       | [--user <string>] [<cmd>]...",
            })
    void hintIsWhatCanFollow(String line, String hint) {
        assertEquals(hint, hints.hint(line.substring(1, line.length() - 1)));
    }

    @Test
    void nameThatIsClearIsFinished() {
        assertEquals("n", hints.hint("ru"));
        assertEquals("ast", hints.hint("run web --f"));
        assertEquals("", hints.hint("run web --"));
    }

    @Test
    void nothingIsHintedWithinAWordAndAfterAMistake() {
        assertEquals("", hints.hint(""));
        assertEquals("", hints.hint("run"));
        assertEquals("", hints.hint("run web\\ "));
        assertEquals("", hints.hint("run 'a "));
        assertEquals("", hints.hint("run --nosuch "));
        assertEquals("", hints.hint("nosuch "));
    }
}
