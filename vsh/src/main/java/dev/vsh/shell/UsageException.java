package dev.vsh.shell;

/** Options of the process that make no sense; the message is for the user's eyes. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UsageException(String message) {
        super(message);
    }
}
