package dev.vsh.shell.terminal;

import dev.vsh.shell.grammar.LineWords;
import dev.vsh.shell.grammar.PartialLine;

import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** Lets JLine see a line as the shell's own grammar sees it. What ends within a word goes on
 * in the next line. */
final class CompletionParser implements Parser {
    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        if (context == ParseContext.ACCEPT_LINE && LineWords.isOpen(line)) {
            throw new EOFError(-1, -1, "the line goes on");
        }
        return new PartialParsedLine(line, cursor, PartialLine.of(line.substring(0, cursor)));
    }

    @Override
    public boolean isEscapeChar(char c) {
        return c == '\\';
    }
}
