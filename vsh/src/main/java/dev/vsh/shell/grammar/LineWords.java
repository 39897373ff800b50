package dev.vsh.shell.grammar;

/** The words of a text with any number of commands. */
public final class LineWords implements WordSource {
    private final LineScanner scanner;

    public LineWords(String line) {
        this.scanner = new LineScanner(line);
    }

    /** Whether the text ends in the middle of a word, so that another line of it has to follow. */
    public static boolean isOpen(String text) {
        LineScanner scanner = new LineScanner(text);
        LineScanner.Piece piece = scanner.next();
        while (!(piece instanceof LineScanner.End)) {
            if (piece instanceof LineScanner.Word word
                    && word.leftOpen() != LineScanner.LeftOpen.NOTHING) {
                return true;
            }
            piece = scanner.next();
        }
        return false;
    }

    @Override
    public Token next() {
        return scanner.next().token();
    }
}
