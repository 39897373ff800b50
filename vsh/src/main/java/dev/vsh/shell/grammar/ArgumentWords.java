package dev.vsh.shell.grammar;

import java.util.Iterator;
import java.util.List;

/** Words that a process was started with: one command, nothing in it is special. */
public final class ArgumentWords implements WordSource {
    private final Iterator<String> arguments;

    public ArgumentWords(List<String> arguments) {
        this.arguments = List.copyOf(arguments).iterator();
    }

    @Override
    public Token next() {
        return arguments.hasNext() ? new Token.Word(arguments.next()) : new Token.EndOfInput();
    }
}
