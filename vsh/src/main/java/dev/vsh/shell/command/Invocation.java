package dev.vsh.shell.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A command and the values that the user gave to its options. {@link #run()} expects that the parser
 * has seen to the required ones.
 */
public final class Invocation {
    private final CommandDefinition command;
    private final Map<Option, List<String>> values;

    /**
     * @param values by option of {@code command}; a flag has an empty list
     */
    public Invocation(CommandDefinition command, Map<Option, List<String>> values) {
        this.command = command;
        this.values = byName();
        this.values.putAll(values);
    }

    /** An empty map that looks at names only: the first record that is hashed costs a process 10 ms. */
    public static Map<Option, List<String>> byName() {
        return new TreeMap<>((one, other) -> one.name().compareTo(other.name()));
    }

    public CommandDefinition command() {
        return command;
    }

    public boolean has(Option option) {
        return values.containsKey(option);
    }

    /**
     * @throws CommandException when a value was given, but an empty one
     */
    public Optional<String> value(Option.Text option) {
        Optional<String> value = words(option).stream().findFirst();
        if (value.isPresent() && value.get().isEmpty()) {
            throw new CommandException(
                    "Failed to get option '" + option.name() + "': Option argument is empty");
        }
        return value;
    }

    /** The value of an option that the definition calls required. */
    public String required(Option.Text option) {
        return value(option).orElseThrow();
    }

    public List<String> words(Option.Words option) {
        return words((Option) option);
    }

    /** Every value that was given, in their order. */
    public List<String> values(Option.Named option) {
        return words((Option) option);
    }

    /** As it was given, if it was, and be it empty. */
    public List<String> values(Option.Text option) {
        return words((Option) option);
    }

    /**
     * @throws CommandException when the value is not among those to choose from
     */
    public Optional<String> chosen(Option.Choice option) {
        Optional<String> value = words((Option) option).stream().findFirst();
        value.filter(word -> !option.values().contains(word))
                .ifPresent(
                        word -> {
                            throw new CommandException(
                                    "--%s cannot be '%s', only %s%s"
                                            .formatted(
                                                    option.name(),
                                                    word,
                                                    String.join(", ", option.values()),
                                                    NearestName.advice(word, option.values())));
                        });
        return value;
    }

    /** The value that was given last. */
    public Optional<String> last(Option.Named option) {
        return values(option).stream().reduce((_, later) -> later);
    }

    private List<String> words(Option option) {
        return values.getOrDefault(option, List.of());
    }

    /**
     * @throws CommandException when both were given
     */
    public void refuseTogether(Option one, Option other) {
        if (has(one) && has(other)) {
            throw new CommandException(
                    "Options --"
                            + one.name()
                            + " and --"
                            + other.name()
                            + " are mutually exclusive");
        }
    }

    public void run() {
        for (Option given : values.keySet()) {
            if (given instanceof Option.Refused refused) {
                throw new CommandException(
                        "argument unsupported: --" + refused.name() + ": " + refused.reason());
            }
        }
        command.handler().run(this);
    }
}
