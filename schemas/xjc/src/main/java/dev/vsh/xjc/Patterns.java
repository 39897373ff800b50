package dev.vsh.xjc;

/** Patterns of schemas as Java has them. */
final class Patterns {
    /** What the two languages understand alike behind a backslash; \s differs in what XML forbids anyway. */
    private static final String SAME_ESCAPES = "snrt^.-+*?[](){}|\\";

    private Patterns() {}

    /**
     * The same text, if it means the same in both.
     *
     * @throws UnsupportedSchemaException when it holds something that Java reads in another way
     */
    static String java(String pattern) {
        boolean inClass = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            boolean known =
                    switch (c) {
                        case '\\' ->
                                ++i < pattern.length()
                                        && SAME_ESCAPES.indexOf(pattern.charAt(i)) >= 0;
                        case '^' -> inClass && pattern.charAt(i - 1) == '[';
                        case '[' -> !inClass;
                        case '$', '&' -> false;
                        // A dot takes fewer characters in Java, which is a no too many at worst.
                        default -> true;
                    };
            if (!known) {
                throw new UnsupportedSchemaException("the pattern " + pattern);
            }
            inClass = c == '[' || (inClass && c != ']');
        }
        return pattern;
    }
}
