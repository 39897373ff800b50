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
            throw malformed(option, text, suffix(text));
        }
        String unit = Optional.ofNullable(matcher.group(2)).orElse("KiB");
        try {
            return ByteSize.of(Long.parseLong(matcher.group(1)), unit.equals("b") ? "bytes" : unit);
        } catch (ArithmeticException _) {
            throw malformed(option, text, "");
        }
    }

    /** As virsh writes it, and as it is. */
    static Cell kibibytes(ByteSize size) {
        return new Cell(size.toKibibytes() + " KiB", Datum.of(size.bytes()));
    }

    /** What stands behind the number; empty where there is no number. */
    private static String suffix(String text) {
        String behind = text.replaceFirst("^[0-9]{1,18}", "");
        return behind.length() == text.length() ? "" : behind;
    }

    private static CommandException malformed(String option, String text, String suffix) {
        String what =
                "Scaled numeric value '%s' for <%s> option is malformed or out of range"
                        .formatted(text, option);
        return suffix.isEmpty()
                ? new CommandException(what)
                : CommandException.because(
                        what,
                        "invalid argument: unknown suffix '%s', expecting one of: b, k, M, G, T, P, E, or as KiB and KB"
                                .formatted(suffix));
    }
}
