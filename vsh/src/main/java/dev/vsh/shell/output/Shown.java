package dev.vsh.shell.output;

/** An answer whose layout is its own. */
public record Shown(String text, Datum data) implements Answer {
    /** One word under one name. */
    public static Shown word(String name, String word) {
        return of(word, Datum.fields(Datum.field(name, word)));
    }

    /** A line, and what it means. */
    public static Shown of(String line, Datum data) {
        return new Shown(line + "\n", data);
    }

    @Override
    public String text(boolean withHeading) {
        return text;
    }
}
