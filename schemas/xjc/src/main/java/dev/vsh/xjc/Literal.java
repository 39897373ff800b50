package dev.vsh.xjc;

/** Texts as Java writes them. */
final class Literal {
    private Literal() {}

    static String of(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }
}
