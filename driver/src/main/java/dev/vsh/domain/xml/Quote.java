package dev.vsh.domain.xml;

/** Cites a document in a message: on one line, and no more of it than anybody needs to find the place. */
final class Quote {
    private static final int MAX_LENGTH = 80;

    private Quote() {}

    /** The text in single quotes. */
    static String of(String text) {
        boolean isLong = text.length() > MAX_LENGTH;
        String start = isLong ? text.substring(0, MAX_LENGTH) + "…" : text;
        return "'" + start.replaceAll("[\\r\\n\\t]+", " ") + "'";
    }
}
