package dev.vsh.shell.verb;

import dev.vsh.domain.Bandwidth;
import dev.vsh.shell.command.CommandException;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A bandwidth as users write it: {@code average,peak,burst,floor}, the first of which is needed; kilobytes a second, and
 * kilobytes for the burst.
 */
final class RateArgument {
    private static final int PARTS = 4;

    private RateArgument() {}

    static Bandwidth.Rate parse(String option, String text) {
        String[] parts = text.split(",", -1);
        List<Optional<Long>> numbers = new ArrayList<>();
        for (int i = 0; i < PARTS; i++) {
            numbers.add(i < parts.length ? number(option, text, parts[i]) : Optional.empty());
        }
        if (parts.length > PARTS) {
            throw malformed(option, text);
        }
        return new Bandwidth.Rate(
                numbers.get(0).orElse(0L), numbers.get(1), numbers.get(2), numbers.get(3));
    }

    private static Optional<Long> number(String option, String text, String part) {
        if (part.isEmpty()) {
            return Optional.empty();
        }
        if (!part.matches("[0-9]{1,10}")) {
            throw malformed(option, text);
        }
        return Optional.of(Long.valueOf(part));
    }

    private static CommandException malformed(String option, String text) {
        return new CommandException(
                option + " format is incorrect: '" + text + "' is not average,peak,burst,floor");
    }
}
