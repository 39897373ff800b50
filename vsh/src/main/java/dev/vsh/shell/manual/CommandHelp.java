package dev.vsh.shell.manual;

import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.CommandTable;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.output.Columns;

import java.util.ArrayList;
import java.util.List;

/** The help, drawn from the definitions. */
public final class CommandHelp {
    /** What an indented line of text may have. */
    private static final int LINE = 75;

    private CommandHelp() {}

    /** One command: name, synopsis, description, options, example. */
    public static String of(CommandDefinition command) {
        StringBuilder text = new StringBuilder();
        text.append("  NAME\n    ")
                .append(command.name())
                .append(" - ")
                .append(command.summary())
                .append("\n\n  SYNOPSIS\n    ")
                .append(synopsis(command))
                .append('\n');
        if (!command.description().isEmpty()) {
            text.append("\n  DESCRIPTION\n    ")
                    .append(paragraph(command.description()))
                    .append('\n');
        }
        List<Option> options = command.offeredOptions();
        if (!options.isEmpty()) {
            text.append("\n  OPTIONS\n");
            for (Option option : options) {
                text.append("    ")
                        .append(Columns.pad(label(option), 15))
                        .append("  ")
                        .append(help(option))
                        .append('\n');
            }
        }
        Examples.of(command.name())
                .ifPresent(
                        example ->
                                text.append("\n  EXAMPLE\n    ")
                                        .append(example.line())
                                        .append("\n        ")
                                        .append(example.meaning())
                                        .append('\n'));
        return text.append('\n').toString();
    }

    /** On a terminal of 80 columns no word is cut in two. */
    private static String paragraph(String text) {
        StringBuilder lines = new StringBuilder();
        int used = 0;
        for (String word : text.replace('\n', ' ').split(" ", -1)) {
            if (used > 0 && used + 1 + word.length() > LINE) {
                lines.append("\n    ");
                used = 0;
            } else if (used > 0) {
                lines.append(' ');
                used++;
            }
            lines.append(word);
            used += word.length();
        }
        return lines.toString();
    }

    /** The commands of a group, one a line. */
    public static String of(CommandGroup group, CommandTable commands) {
        return heading(group) + ":\n" + list(group, commands);
    }

    /** All groups for the help of the process, whose headings have no colon. */
    public static String chapters(CommandTable commands) {
        StringBuilder text = new StringBuilder();
        for (CommandGroup group : CommandGroup.values()) {
            text.append(heading(group)).append('\n').append(list(group, commands)).append('\n');
        }
        return text.toString();
    }

    private static String heading(CommandGroup group) {
        return " " + group.title() + " (help keyword '" + group.keyword() + "')";
    }

    private static String list(CommandGroup group, CommandTable commands) {
        StringBuilder text = new StringBuilder();
        for (CommandDefinition command : commands.offered(group)) {
            text.append("    ")
                    .append(Columns.pad(command.name(), 30))
                    .append(' ')
                    .append(command.summary())
                    .append('\n');
        }
        return text.toString();
    }

    static String synopsis(CommandDefinition command) {
        List<String> words = new ArrayList<>();
        words.add(command.name());
        for (Option option : command.offeredOptions()) {
            words.add(
                    switch (option) {
                        case Option.Flag flag -> "[--" + flag.name() + "]";
                        case Option.Text text when text.required() -> "<" + text.name() + ">";
                        case Option.Text text -> "[--" + text.name() + " " + text.valueWord() + "]";
                        case Option.Named named -> "[--" + named.name() + " <string>]...";
                        case Option.Choice choice -> "[--" + choice.name() + " <string>]";
                        case Option.Words more -> "[<" + more.name() + ">]...";
                        case Option.Refused refused -> refused.name();
                        case Option.Alias alias -> alias.name();
                    });
        }
        return String.join(" ", words);
    }

    static String label(Option option) {
        return switch (option) {
            case Option.Flag flag -> "--" + flag.name();
            case Option.Text text when text.required() ->
                    "[--" + text.name() + "] " + text.valueWord();
            case Option.Text text -> "--" + text.name() + " " + text.valueWord();
            case Option.Named named -> "--" + named.name() + " <string>";
            case Option.Choice choice -> "--" + choice.name() + " <string>";
            case Option.Words more -> "<" + more.name() + ">";
            case Option.Refused refused -> "--" + refused.name();
            case Option.Alias alias -> "--" + alias.name();
        };
    }

    static String help(Option option) {
        return switch (option) {
            case Option.Flag flag -> flag.help();
            case Option.Text text -> text.help();
            case Option.Named named -> named.help();
            case Option.Choice choice -> choice.help();
            case Option.Words more -> more.help();
            case Option.Refused refused -> refused.reason();
            case Option.Alias alias -> "the same as --" + alias.meaning();
        };
    }
}
