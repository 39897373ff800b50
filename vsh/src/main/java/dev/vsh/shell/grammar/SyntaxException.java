package dev.vsh.shell.grammar;

import java.util.List;

/** Text that is no command; the message is for the user's eyes. */
public final class SyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1;

    @SuppressWarnings("serial") // List.copyOf gives a serializable list
    private final List<String> lines;

    public SyntaxException(String message) {
        this(List.of(message));
    }

    /**
     * @param lines a mistake each, at least one
     */
    SyntaxException(List<String> lines) {
        super(lines.getFirst());
        this.lines = List.copyOf(lines);
    }

    /** Each is an error of its own. */
    public List<String> lines() {
        return lines;
    }
}
