package dev.vsh.driver;

/** A command that its container does not have, or cannot run. */
public final class CommandNotRunException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final boolean found;

    public CommandNotRunException(boolean found, String reason) {
        super(reason);
        this.found = found;
    }

    /** Whether there is one: a shell's exit status for it is 126 then, else 127. */
    public boolean isFound() {
        return found;
    }
}
