package dev.vsh.shell.grammar;

/** Text that is no command; the message is for the user's eyes. */
public final class SyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public SyntaxException(String message) {
        super(message);
    }
}
