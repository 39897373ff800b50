package dev.vsh.shell.output;

/**
 * A column of a table.
 *
 * @param name what programs call it
 * @param visible whether people see it
 */
public record Column(String heading, String name, boolean visible) {
    public static Column of(String heading, String name) {
        return new Column(heading, name, true);
    }

    /** One that virsh's layout has no place for. */
    public static Column hidden(String name) {
        return new Column("", name, false);
    }

    /** Under the heading's own words. */
    static Column named(String heading) {
        return of(heading, DataName.of(heading));
    }
}
