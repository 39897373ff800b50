package dev.vsh.shell.output;

/**
 * A line that the blank line behind a command's output ends, as virsh writes some answers; where there is no such
 * line, it ends itself.
 */
public record LastLine(String line, Datum data) implements Answer {
    @Override
    public String text(boolean withHeading) {
        return withHeading ? line : line + "\n";
    }
}
