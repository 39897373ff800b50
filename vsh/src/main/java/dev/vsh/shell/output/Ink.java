package dev.vsh.shell.output;

/** How a piece of text may look on a terminal: ECMA-48's renditions. */
public enum Ink {
    RED(31),
    GREEN(32),
    YELLOW(33),
    CYAN(36),
    BOLD(1),
    FAINT(2),
    REVERSE(7);

    private final int rendition;

    Ink(int rendition) {
        this.rendition = rendition;
    }

    /** The text with what makes it look so, and plain again behind it. */
    public String on(String text) {
        return "\033[" + rendition + "m" + text + "\033[0m";
    }
}
