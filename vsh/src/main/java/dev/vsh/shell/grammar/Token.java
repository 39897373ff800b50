package dev.vsh.shell.grammar;

/** What a {@link WordSource} gives. */
public sealed interface Token {
    /** A word, its quotes removed. */
    record Word(String text) implements Token {}

    /** The rest of a line after {@code !}. */
    record HostCommand(String text) implements Token {}

    /** {@code ;}, a newline or a comment. */
    record EndOfCommand() implements Token {}

    /** Nothing comes after it. */
    record EndOfInput() implements Token {}
}
