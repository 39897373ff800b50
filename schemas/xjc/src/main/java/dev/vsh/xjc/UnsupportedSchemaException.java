package dev.vsh.xjc;

/** The schema says something that there is no code for yet: better no build than code that lets it pass. */
final class UnsupportedSchemaException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnsupportedSchemaException(String what) {
        super("no code can be written for " + what);
    }
}
