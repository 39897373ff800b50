package dev.vsh.shell.terminal;

import dev.vsh.shell.grammar.PartialLine;

import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** Lets JLine see a line as the shell's own grammar sees it. Never finds a line unfinished. */
final class CompletionParser implements Parser {
    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        return new PartialParsedLine(line, cursor, PartialLine.of(line.substring(0, cursor)));
    }

    @Override
    public boolean isEscapeChar(char c) {
        return c == '\\';
    }
}
