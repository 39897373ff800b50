package dev.vsh.shell.grammar;

import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.NearestName;
import dev.vsh.shell.command.Option;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sorts the words after a command's name into its options. */
public final class ArgumentReader {
    private final CommandDefinition command;
    private final Map<Option, List<String>> values = Invocation.byName();
    private Optional<Option> awaitingValue = Optional.empty();
    private boolean dataOnly;
    private boolean asksForHelp;

    public ArgumentReader(CommandDefinition command) {
        this.command = command;
    }

    /**
     * @throws SyntaxException when the word fits nowhere
     */
    public void accept(String word) {
        if (awaitingValue.isPresent()) {
            add(awaitingValue.get(), word);
            awaitingValue = Optional.empty();
        } else if (!dataOnly && word.equals("--")) {
            dataOnly = true;
        } else if (!dataOnly && isOption(word)) {
            acceptOption(word.substring(2));
        } else {
            add(nextData(word), word);
        }
    }

    /** Whether {@code --help} stood anywhere among the options. */
    public boolean asksForHelp() {
        return asksForHelp;
    }

    /** The option whose value comes next. */
    public Optional<Option> awaitingValue() {
        return awaitingValue;
    }

    /** Whether {@code --} has been read. */
    public boolean dataOnly() {
        return dataOnly;
    }

    /** What has been read so far, required or not. */
    public Invocation soFar() {
        return new Invocation(command, values);
    }

    /** The option that a word of data would go to. */
    public Optional<Option> nextData() {
        return command.options().stream().filter(this::takesData).findFirst();
    }

    /**
     * @throws SyntaxException when something is missing
     */
    public Invocation invocation() {
        awaitingValue.ifPresent(
                option -> {
                    throw new SyntaxException(
                            "expected syntax: --" + option.name() + " " + option.valueWord());
                });
        requireAll();
        return soFar();
    }

    private void requireAll() {
        List<String> missing = new ArrayList<>();
        for (Option option : command.options()) {
            if (option instanceof Option.Text(String name, _, boolean required, _, _)
                    && required
                    && !values.containsKey(option)) {
                missing.add("command '" + command.name() + "' requires <" + name + "> option");
            }
        }
        if (!missing.isEmpty()) {
            throw new SyntaxException(missing);
        }
    }

    private static boolean isOption(String word) {
        return word.startsWith("--")
                && word.length() > 2
                && Character.isLetterOrDigit(word.charAt(2));
    }

    private void acceptOption(String text) {
        int equals = text.indexOf('=');
        String name = equals < 0 ? text : text.substring(0, equals);
        Option option = option(name);
        if (option instanceof Option.Alias(_, String meaning)) {
            acceptAlias(name, meaning, equals < 0 ? "" : text.substring(equals));
            return;
        }
        if (option.takesValue()) {
            awaitingValue = Optional.of(option);
        }
        if (equals >= 0) {
            if (!option.takesValue()) {
                throw new SyntaxException("invalid '=' after option --" + name);
            }
            accept(text.substring(equals + 1));
        }
        if (!option.takesValue()) {
            values.put(option, List.of());
        }
    }

    /**
     * @param value with the sign before it; empty when none came with the name
     */
    private void acceptAlias(String name, String meaning, String value) {
        if (!value.isEmpty() && meaning.contains("=")) {
            throw new SyntaxException("invalid '=' after option --" + name);
        }
        acceptOption(meaning + value);
    }

    private Option option(String name) {
        if (name.equals("help")) {
            asksForHelp = true;
            return new Option.Flag("help", "print help for this function");
        }
        Option option =
                command.findOption(name)
                        .orElseThrow(
                                () ->
                                        new SyntaxException(
                                                "command '"
                                                        + command.name()
                                                        + "' doesn't support option --"
                                                        + name
                                                        + suggestion(name)));
        if (values.containsKey(option) && !isRepeatable(option)) {
            throw new SyntaxException("option --" + name + " already seen");
        }
        return option;
    }

    private static boolean isRepeatable(Option option) {
        return switch (option) {
            case Option.Words _, Option.Named _ -> true;
            case Option.Text _, Option.Choice _, Option.Flag _, Option.Refused _, Option.Alias _ ->
                    false;
        };
    }

    private String suggestion(String name) {
        List<String> names = command.offeredOptions().stream().map(Option::name).toList();
        return NearestName.to(name, names)
                .map(nearest -> "; did you mean --" + nearest + "?")
                .orElse("");
    }

    private Option nextData(String word) {
        return nextData().orElseThrow(() -> new SyntaxException("unexpected data '" + word + "'"));
    }

    private boolean takesData(Option option) {
        return option.takesData(values.containsKey(option));
    }

    private void add(Option option, String word) {
        values.computeIfAbsent(option, _ -> new ArrayList<>()).add(word);
    }
}
