package dev.vsh.schema.code;

/** Tests of texts that the simple types of the schemas are made of. */
public final class Facets {
    /** Any number of so many digits fits into a long. */
    private static final int MAX_DIGITS = 18;

    private Facets() {}

    /** Whether it is a number in its plainest form, at most 18 digits long, and within the bounds. */
    public static boolean isInteger(String text, long min, long max) {
        int start = text.startsWith("-") ? 1 : 0;
        int digits = text.length() - start;
        if (digits < 1 || digits > MAX_DIGITS) {
            return false;
        }
        for (int i = start; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        long number = Long.parseLong(text);
        return number >= min && number <= max;
    }

    /** Whether there is no white space but single blanks between words. */
    public static boolean isCollapsed(String text) {
        return text.chars().noneMatch(c -> c == '\t' || c == '\n' || c == '\r')
                && !text.startsWith(" ")
                && !text.endsWith(" ")
                && !text.contains("  ");
    }

    /** Whether there is nothing but what XML counts as white space. */
    static boolean isBlank(CharSequence text) {
        return text.chars().allMatch(c -> c == ' ' || c == '\t' || c == '\n' || c == '\r');
    }
}
