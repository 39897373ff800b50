package dev.vsh.shell.completion;

import dev.vsh.driver.DriverException;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.CommandTable;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.command.ValueCompleter;
import dev.vsh.shell.grammar.ArgumentReader;
import dev.vsh.shell.grammar.SyntaxException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds what the word at the cursor could become. */
public final class CompletionEngine {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final CommandTable commands;

    public CompletionEngine(CommandTable commands) {
        this.commands = commands;
    }

    /**
     * @param words the finished words of the command, its name first
     * @param current the word at the cursor
     * @return whole words, in the order of the definitions
     */
    public List<String> complete(List<String> words, String current) {
        if (words.isEmpty()) {
            return startingWith(
                    current, commands.offered().stream().map(CommandDefinition::name).toList());
        }
        return commands.find(words.getFirst())
                .map(command -> completeArgument(command, words.subList(1, words.size()), current))
                .orElse(List.of());
    }

    private static List<String> completeArgument(
            CommandDefinition command, List<String> words, String current) {
        ArgumentReader reader = new ArgumentReader(command);
        try {
            words.forEach(reader::accept);
        } catch (SyntaxException _) {
            // nothing can follow what is already wrong
            return List.of();
        }
        if (reader.awaitingValue().isPresent()) {
            return values(reader.awaitingValue().get(), reader.soFar(), current);
        }
        if (reader.dataOnly()) {
            return nextValues(reader, current);
        }
        int equals = current.indexOf('=');
        if (current.startsWith("--") && equals > 0) {
            return valuesAfterEquals(command, reader.soFar(), current, equals);
        }
        List<String> candidates = new ArrayList<>();
        if (!current.startsWith("-")) {
            candidates.addAll(nextValues(reader, current));
        }
        if (current.isEmpty() || current.startsWith("-")) {
            candidates.addAll(startingWith(current, openOptions(command, reader.soFar())));
        }
        return candidates;
    }

    private static List<String> openOptions(CommandDefinition command, Invocation soFar) {
        return command.offeredOptions().stream()
                .filter(option -> option instanceof Option.Words || !soFar.has(option))
                .map(option -> "--" + option.name())
                .toList();
    }

    private static List<String> valuesAfterEquals(
            CommandDefinition command, Invocation soFar, String current, int equals) {
        String begin = current.substring(0, equals + 1);
        Optional<Option> option = command.findOption(current.substring(2, equals));
        return option
                .map(found -> values(found, soFar, current.substring(equals + 1)))
                .orElse(List.of())
                .stream()
                .map(value -> begin + value)
                .toList();
    }

    private static List<String> nextValues(ArgumentReader reader, String current) {
        return reader.nextData()
                .map(option -> values(option, reader.soFar(), current))
                .orElse(List.of());
    }

    private static List<String> values(Option option, Invocation soFar, String prefix) {
        return switch (option) {
            case Option.Text text -> startingWith(prefix, ask(text.values(), soFar, prefix));
            case Option.Named named -> startingWith(prefix, ask(named.values(), soFar, prefix));
            case Option.Choice choice -> startingWith(prefix, choice.values());
            case Option.Words words -> startingWith(prefix, ask(words.values(), soFar, prefix));
            case Option.Flag _, Option.Refused _, Option.Alias _ -> List.of();
        };
    }

    /** A driver that cannot be asked is no reason to disturb somebody who is typing. */
    private static List<String> ask(ValueCompleter completer, Invocation soFar, String prefix) {
        try {
            return new BoundedQuestion(() -> completer.candidates(soFar, prefix), PATIENCE)
                    .answer();
        } catch (DriverException | CommandException _) {
            return List.of();
        }
    }

    private static List<String> startingWith(String prefix, List<String> candidates) {
        return candidates.stream().filter(candidate -> candidate.startsWith(prefix)).toList();
    }
}
