package dev.vsh.shell.output;

import java.util.ArrayList;
import java.util.List;

/** Names and values, one a line; for programs an object. */
public final class Properties implements Answer {
    private final String separator;
    private final StringBuilder text = new StringBuilder();
    private final List<Datum.Field> fields = new ArrayList<>();
    private final int width;

    private Properties(int width, String separator) {
        this.width = width;
        this.separator = separator;
    }

    /** Values in a column of their own, as {@code dominfo} writes them. */
    public static Properties inColumns(int width) {
        return new Properties(width, " ");
    }

    /** A blank between name and value, as {@code dommemstat} writes them. */
    public static Properties inWords() {
        return new Properties(0, " ");
    }

    /** A colon in a column of its own, as {@code memtune} writes them. */
    public static Properties withColons() {
        return withColons(15);
    }

    /**
     * @param width of the names
     */
    public static Properties withColons(int width) {
        return new Properties(width, ": ");
    }

    /**
     * @param label what people see
     * @param name what programs call it
     */
    public Properties add(String label, String name, Cell value) {
        text.append(Columns.pad(label, width)).append(separator).append(value.text()).append('\n');
        return hide(name, value.datum());
    }

    public Properties add(String label, String name, String value) {
        return add(label, name, Cell.of(value));
    }

    /** For people alone. */
    public Properties say(String line) {
        text.append(line).append('\n');
        return this;
    }

    /** For programs alone. */
    public Properties hide(String name, Datum value) {
        fields.add(new Datum.Field(name, value));
        return this;
    }

    @Override
    public String text(boolean withHeading) {
        return text.toString();
    }

    @Override
    public Datum data() {
        return new Datum.Fields(fields);
    }
}
