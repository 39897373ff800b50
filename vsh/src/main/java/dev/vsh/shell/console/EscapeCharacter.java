package dev.vsh.shell.console;

/**
 * The key that leaves a console.
 *
 * @param text as the user wrote it
 * @param code as the terminal sends it
 */
public record EscapeCharacter(String text, byte code) {
    public static final EscapeCharacter DEFAULT = of("^]");

    /**
     * @param text {@code ^X} for a control character, or the character itself
     * @throws IllegalArgumentException when it is neither
     */
    public static EscapeCharacter of(String text) {
        if (text.length() == 1 && text.charAt(0) != '^' && text.charAt(0) < 0x80) {
            return new EscapeCharacter(text, (byte) text.charAt(0));
        }
        if (text.length() == 2 && text.charAt(0) == '^' && isControl(upper(text.charAt(1)))) {
            return new EscapeCharacter(text, (byte) (upper(text.charAt(1)) ^ 0x40));
        }
        throw new IllegalArgumentException("Invalid string '" + text + "' for escape sequence");
    }

    /** {@code ^] (Ctrl + ])}. */
    public String description() {
        return text.length() == 2 ? text + " (Ctrl + " + text.charAt(1) + ")" : text;
    }

    /** Where it stands among the first {@code length} bytes; -1 when it does not. */
    int indexIn(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            if (bytes[i] == code) {
                return i;
            }
        }
        return -1;
    }

    private static char upper(char c) {
        return c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c;
    }

    private static boolean isControl(char c) {
        return c >= '@' && c <= '_';
    }
}
