package dev.vsh.shell.verb;

import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;

import java.time.Duration;
import java.util.Optional;

/** An option that is a number of seconds. */
final class Seconds {
    private static final long LONGEST = Integer.MAX_VALUE / 1000;

    private Seconds() {}

    /**
     * @throws CommandException when it is no whole number above zero
     */
    static Optional<Duration> of(Invocation invocation, Option.Text option) {
        return invocation.value(option).map(text -> parse(option, text));
    }

    private static Duration parse(Option.Text option, String text) {
        if (text.matches("[0-9]{1,9}")) {
            long seconds = Long.parseLong(text);
            if (seconds > 0 && seconds <= LONGEST) {
                return Duration.ofSeconds(seconds);
            }
        }
        throw WholeNumber.malformed(option.name(), text);
    }
}
