package dev.vsh.shell.verb;

import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;

import java.util.OptionalInt;

/** An option's value that is a number from 0 on. */
final class WholeNumber {
    private WholeNumber() {}

    /**
     * @throws CommandException when it is no number
     */
    static OptionalInt of(Invocation invocation, Option.Text option) {
        return invocation
                .value(option)
                .map(text -> OptionalInt.of(parse(option.name(), text)))
                .orElse(OptionalInt.empty());
    }

    private static int parse(String option, String text) {
        if (!text.matches("[0-9]{1,9}")) {
            throw new CommandException(
                    "Numeric value '%s' for <%s> option is malformed or out of range"
                            .formatted(text, option));
        }
        return Integer.parseInt(text);
    }
}
