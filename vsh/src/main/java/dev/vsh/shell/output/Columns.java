package dev.vsh.shell.output;

/** Text in columns, without the cost of {@link String#format}. */
public final class Columns {
    private Columns() {}

    /** The text with blanks behind it up to a width; a longer one stays as it is. */
    public static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    /** virsh's {@code "%-15s %s"}, for one property a line. */
    public static String property(String name, String value) {
        return pad(name, 15) + " " + value;
    }
}
