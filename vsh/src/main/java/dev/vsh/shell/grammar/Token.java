package dev.vsh.shell.grammar;

/** What a {@link WordSource} gives. */
public sealed interface Token {
    /** A word, its quotes removed. */
    record Word(String text) implements Token {}

    /** {@code ;}, a newline or a comment. */
    record EndOfCommand() implements Token {}

    /** Nothing comes after it. */
    record EndOfInput() implements Token {}
}
