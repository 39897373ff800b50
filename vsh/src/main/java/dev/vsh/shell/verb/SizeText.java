package dev.vsh.shell.verb;

import dev.vsh.domain.ByteSize;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.output.Cell;
import dev.vsh.shell.output.Datum;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Amounts of memory as users write them: a number of KiB, or one with a unit. */
final class SizeText {
    private static final Pattern SIZE =
            Pattern.compile("([0-9]{1,18})(b|bytes|[kmgtpe](?:i?b)?)?", Pattern.CASE_INSENSITIVE);

    private SizeText() {}

    static ByteSize parse(String option, String text) {
        Matcher matcher = SIZE.matcher(text);
        if (!matcher.matches()) {
            throw malformed(option, text);
        }
        String unit = Optional.ofNullable(matcher.group(2)).orElse("KiB");
        try {
            return ByteSize.of(Long.parseLong(matcher.group(1)), unit.equals("b") ? "bytes" : unit);
        } catch (ArithmeticException _) {
            throw malformed(option, text);
        }
    }

    /** As virsh writes it, and as it is. */
    static Cell kibibytes(ByteSize size) {
        return new Cell(size.toKibibytes() + " KiB", Datum.of(size.bytes()));
    }

    private static CommandException malformed(String option, String text) {
        return new CommandException(
                "Scaled numeric value '%s' for <%s> option is malformed or out of range"
                        .formatted(text, option));
    }
}
