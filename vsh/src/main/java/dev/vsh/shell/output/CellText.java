package dev.vsh.shell.output;

import java.nio.charset.StandardCharsets;

/**
 * What a table shows of a text: what would upset a terminal becomes {@code \xNN}, a byte each.
 *
 * @param width in terminal columns
 */
public record CellText(String text, int width) {
    public static CellText of(String raw) {
        StringBuilder text = new StringBuilder();
        int width = 0;
        for (int at = 0; at < raw.length(); ) {
            int codePoint = raw.codePointAt(at);
            if (isSafe(raw, at, codePoint)) {
                text.appendCodePoint(codePoint);
                width += DisplayWidth.of(codePoint);
            } else {
                String escaped = escape(Character.toString(codePoint));
                text.append(escaped);
                width += escaped.length();
            }
            at += Character.charCount(codePoint);
        }
        return new CellText(text.toString(), width);
    }

    /** As much of its beginning as there is room for; a wide character is not cut in two. */
    public CellText cut(int columns) {
        int end = 0;
        int used = 0;
        while (end < text.length()) {
            int codePoint = text.codePointAt(end);
            if (used + DisplayWidth.of(codePoint) > columns) {
                break;
            }
            used += DisplayWidth.of(codePoint);
            end += Character.charCount(codePoint);
        }
        return new CellText(text.substring(0, end), used);
    }

    private static boolean isSafe(String raw, int at, int codePoint) {
        // else nobody could tell a name with these four characters from a name with a control byte
        if (raw.startsWith("\\x", at)) {
            return false;
        }
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> true;
        };
    }

    private static String escape(String character) {
        StringBuilder escaped = new StringBuilder();
        for (byte b : character.getBytes(StandardCharsets.UTF_8)) {
            escaped.append("\\x")
                    .append(Character.forDigit((b >> 4) & 0xf, 16))
                    .append(Character.forDigit(b & 0xf, 16));
        }
        return escaped.toString();
    }
}
