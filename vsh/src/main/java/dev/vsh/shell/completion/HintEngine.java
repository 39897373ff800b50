package dev.vsh.shell.completion;

import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandTable;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.grammar.ArgumentReader;
import dev.vsh.shell.grammar.PartialLine;
import dev.vsh.shell.grammar.SyntaxException;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says what a line still wants, for somebody who writes it. */
public final class HintEngine {
    private final CommandTable commands;

    public HintEngine(CommandTable commands) {
        this.commands = commands;
    }

    /**
     * @param line up to its end, where the cursor is
     * @return what would follow; empty within a word, and where nothing can follow
     */
    public String hint(String line) {
        PartialLine partial = PartialLine.of(line);
        if (!partial.current().isEmpty()) {
            return rest(partial);
        }
        if (partial.words().isEmpty() || !endsWithBlank(line)) {
            return "";
        }
        return commands.find(partial.words().getFirst())
                .map(command -> hint(command, partial.words()))
                .orElse("");
    }

    /** The end of a name, where only one begins so. Values are not asked for at each key. */
    private String rest(PartialLine partial) {
        String begun = partial.current();
        List<String> names =
                names(partial).stream().filter(each -> each.startsWith(begun)).toList();
        return names.size() == 1 ? names.getFirst().substring(begun.length()) : "";
    }

    private List<String> names(PartialLine partial) {
        if (partial.words().isEmpty()) {
            return commands.offered().stream().map(CommandDefinition::name).toList();
        }
        return commands.find(partial.words().getFirst()).stream()
                .flatMap(command -> command.offeredOptions().stream())
                .map(option -> "--" + option.name())
                .toList();
    }

    private static boolean endsWithBlank(String line) {
        return line.endsWith(" ") && !line.endsWith("\\ ");
    }

    private static String hint(CommandDefinition command, List<String> words) {
        ArgumentReader reader = new ArgumentReader(command);
        try {
            words.subList(1, words.size()).forEach(reader::accept);
        } catch (SyntaxException _) {
            return "";
        }
        Optional<Option> awaited = reader.awaitingValue();
        if (awaited.isPresent()) {
            return value(awaited.get()).strip();
        }
        return command.offeredOptions().stream()
                .filter(option -> option instanceof Option.Words || !reader.soFar().has(option))
                .filter(option -> !reader.dataOnly() || option.takesData(false))
                .map(HintEngine::form)
                .collect(Collectors.joining(" "));
    }

    /** With what it is for: nothing else is wanted now. */
    private static String value(Option option) {
        return switch (option) {
            case Option.Text text -> "<" + text.name() + ">  " + text.help();
            case Option.Named named -> "<" + named.name() + ">  " + named.help();
            case Option.Choice choice -> "<" + String.join("|", choice.values()) + ">";
            case Option.Words words -> "<" + words.name() + ">  " + words.help();
            case Option.Flag _, Option.Refused _, Option.Alias _ -> "";
        };
    }

    private static String form(Option option) {
        return switch (option) {
            case Option.Text text when text.required() -> "<" + text.name() + ">";
            case Option.Text text -> "[--" + text.name() + " " + text.valueWord() + "]";
            case Option.Named named -> "[--" + named.name() + " <string>]";
            case Option.Choice choice -> "[--" + choice.name() + " <string>]";
            case Option.Words words -> "[<" + words.name() + ">]...";
            case Option.Flag _, Option.Refused _, Option.Alias _ -> "[--" + option.name() + "]";
        };
    }
}
