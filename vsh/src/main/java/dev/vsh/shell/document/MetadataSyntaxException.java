package dev.vsh.shell.document;

/** A text that was to be an element and is none. */
public final class MetadataSyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1;

    MetadataSyntaxException(Throwable cause) {
        super(String.valueOf(cause.getMessage()), cause);
    }
}
