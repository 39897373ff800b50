package dev.vsh.shell.grammar;

/** The words of a text with any number of commands. */
public final class LineWords implements WordSource {
    private final LineScanner scanner;

    public LineWords(String line) {
        this.scanner = new LineScanner(line);
    }

    @Override
    public Token next() {
        return scanner.next().token();
    }
}
