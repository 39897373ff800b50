package dev.vsh.shell.grammar;

/** Gives the words of commands one by one. */
public interface WordSource {
    /**
     * @throws SyntaxException when what comes next is no word
     */
    Token next();
}
