package dev.vsh.shell.grammar;

/** Cuts text into words by the rules of quoting; leaves it to others to mind what is unfinished. */
final class LineScanner {
    /** What the end of the text cut short. */
    enum LeftOpen {
        NOTHING,
        SINGLE_QUOTE,
        DOUBLE_QUOTE,
        BACKSLASH
    }

    /** A piece of the text. */
    sealed interface Piece {
        /**
         * What it is in a text that is complete.
         *
         * @throws SyntaxException when the end of the text cut it short
         */
        Token token();
    }

    /**
     * @param begin where it stands in the text, quotes included
     */
    record Word(String text, int begin, LeftOpen leftOpen) implements Piece {
        @Override
        public Token token() {
            return switch (leftOpen) {
                // virsh has always let the end of the line close a single quote
                case NOTHING, SINGLE_QUOTE -> new Token.Word(text);
                case DOUBLE_QUOTE -> throw new SyntaxException("missing \"");
                case BACKSLASH -> throw new SyntaxException("dangling \\");
            };
        }
    }

    /** A command for the host's own shell: it reaches to the end of the line. */
    record HostCommand(String text) implements Piece {
        @Override
        public Token token() {
            return new Token.HostCommand(text);
        }
    }

    /** The end of a command. */
    record Separator() implements Piece {
        @Override
        public Token token() {
            return new Token.EndOfCommand();
        }
    }

    /** The end of the text. */
    record End() implements Piece {
        @Override
        public Token token() {
            return new Token.EndOfInput();
        }
    }

    private final String line;
    private int position;
    private boolean insideCommand;

    LineScanner(String line) {
        this.line = line;
    }

    /** How far it has read. */
    int position() {
        return position;
    }

    Piece next() {
        skipBlanks();
        if (atEnd()) {
            return new End();
        }
        char c = line.charAt(position);
        if (c == ';' || c == '\n') {
            position++;
            insideCommand = false;
            return new Separator();
        }
        if (c == '#') {
            position = nextLine();
            insideCommand = false;
            return new Separator();
        }
        if (c == '!' && !insideCommand) {
            return hostCommand();
        }
        insideCommand = true;
        return word();
    }

    private HostCommand hostCommand() {
        int begin = position + 1;
        position = nextLine();
        return new HostCommand(line.substring(begin, position).strip());
    }

    private boolean atEnd() {
        return position == line.length();
    }

    private void skipBlanks() {
        while (!atEnd()) {
            if (line.startsWith("\\\n", position)) {
                position += 2;
            } else if (line.charAt(position) == ' ' || line.charAt(position) == '\t') {
                position++;
            } else {
                return;
            }
        }
    }

    private int nextLine() {
        int newline = line.indexOf('\n', position);
        return newline < 0 ? line.length() : newline + 1;
    }

    private Word word() {
        int begin = position;
        StringBuilder text = new StringBuilder();
        LeftOpen open = LeftOpen.NOTHING;
        while (!atEnd() && !(open == LeftOpen.NOTHING && endsWord(line.charAt(position)))) {
            char c = line.charAt(position++);
            if (c == '\'' && open != LeftOpen.DOUBLE_QUOTE) {
                open = toggle(open, LeftOpen.SINGLE_QUOTE);
            } else if (c == '"' && open != LeftOpen.SINGLE_QUOTE) {
                open = toggle(open, LeftOpen.DOUBLE_QUOTE);
            } else if (c != '\\' || open == LeftOpen.SINGLE_QUOTE) {
                text.append(c);
            } else if (atEnd()) {
                open = LeftOpen.BACKSLASH;
            } else {
                appendEscaped(line.charAt(position++), text);
            }
        }
        return new Word(text.toString(), begin, open);
    }

    private static void appendEscaped(char c, StringBuilder text) {
        if (c != '\n') {
            text.append(c);
        }
    }

    private static LeftOpen toggle(LeftOpen open, LeftOpen quote) {
        return open == quote ? LeftOpen.NOTHING : quote;
    }

    private static boolean endsWord(char c) {
        return c == ' ' || c == '\t' || c == ';' || c == '\n';
    }
}
