package dev.vsh.shell.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        this.values = new LinkedHashMap<>(values);
    }

    public CommandDefinition command() {
        return command;
    }

    public boolean has(Option option) {
        return values.containsKey(option);
    }

    public Optional<String> value(Option.Text option) {
        return words(option).stream().findFirst();
    }

    /** The value of an option that the definition calls required. */
    public String required(Option.Text option) {
        return words(option).getFirst();
    }

    public List<String> words(Option.Words option) {
        return words((Option) option);
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
