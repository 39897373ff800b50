package dev.vsh.shell.grammar;

/** The words of a text with any number of commands. */
public final class LineWords implements WordSource {
    private final LineScanner scanner;

    public LineWords(String line) {
        this.scanner = new LineScanner(line);
    }

    @Override
    public Token next() {
        return switch (scanner.next()) {
            case LineScanner.Word word -> complete(word);
            case LineScanner.Separator _ -> new Token.EndOfCommand();
            case LineScanner.End _ -> new Token.EndOfInput();
        };
    }

    private static Token complete(LineScanner.Word word) {
        return switch (word.leftOpen()) {
            // virsh has always let the end of the line close a single quote
            case NOTHING, SINGLE_QUOTE -> new Token.Word(word.text());
            case DOUBLE_QUOTE -> throw new SyntaxException("missing \"");
            case BACKSLASH -> throw new SyntaxException("dangling \\");
        };
    }
}
