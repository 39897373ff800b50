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

    /**
     * @throws CommandException when it is no number
     */
    static int parse(String option, String text) {
        if (!text.matches("[0-9]{1,9}")) {
            throw malformed(option, text);
        }
        return Integer.parseInt(text);
    }

    static CommandException malformed(String option, String text) {
        return new CommandException(
                "Numeric value '%s' for <%s> option is malformed or out of range"
                        .formatted(text, option));
    }
}
