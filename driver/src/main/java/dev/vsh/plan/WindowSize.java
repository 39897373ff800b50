package dev.vsh.plan;

/** What a new terminal has for a size until somebody says another. */
public record WindowSize(int columns, int rows) {
    /** What terminals have had for ever: a program that begins without any would find no place to write on. */
    public static final WindowSize USUAL = new WindowSize(80, 24);

    private static final int LARGEST = 0xffff;

    /** The kernel's {@code struct winsize} has 16 bits for each. */
    public WindowSize {
        columns = Math.clamp(columns, 0, LARGEST);
        rows = Math.clamp(rows, 0, LARGEST);
    }
}
