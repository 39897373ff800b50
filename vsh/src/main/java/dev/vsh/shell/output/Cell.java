package dev.vsh.shell.output;

import java.util.Optional;
import java.util.OptionalLong;

/** A place in a table or behind a property's name: what people see there, and what it is. */
public record Cell(String text, Datum datum) {
    /** What a table shows where there is nothing. */
    private static final String NONE = "-";

    public static Cell of(String text) {
        return new Cell(text, Datum.of(text));
    }

    public static Cell of(long number) {
        return new Cell(Long.toString(number), Datum.of(number));
    }

    public static Cell of(Optional<String> text) {
        return new Cell(text.orElse(NONE), Datum.of(text));
    }

    public static Cell of(OptionalLong number) {
        return number.isPresent() ? of(number.getAsLong()) : new Cell(NONE, new Datum.Absent());
    }

    /** Written {@code yes} and {@code no}. */
    public static Cell yesNo(boolean value) {
        return new Cell(value ? "yes" : "no", Datum.of(value));
    }
}
