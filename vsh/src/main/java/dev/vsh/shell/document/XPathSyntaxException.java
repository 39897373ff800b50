package dev.vsh.shell.document;

/** An expression that finds no nodes because it is not made to. */
public final class XPathSyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1;

    XPathSyntaxException(String expression, Exception cause) {
        super("Incorrect xpath '" + expression + "'", cause);
    }
}
