package dev.vsh.shell.output;

/** What a command has found: the same for people and for programs. */
public interface Answer {
    /** There is nothing to show: the command has changed something. */
    Answer NOTHING = new Shown("", new Datum.Absent());

    /**
     * As virsh writes it, every line with its end but for {@link LastLine}.
     *
     * @param withHeading whether a table has one
     */
    String text(boolean withHeading);

    /** By stable names, which are documented. */
    Datum data();
}
