package dev.vsh.shell.session;

import dev.vsh.shell.grammar.LineWords;

import java.util.Optional;

/** Takes a script apart into the pieces that can be run one by one: lines, joined where a word goes on. */
public final class ScriptReader {
    /**
     * @param firstLine counted from 1
     */
    public record Piece(int firstLine, String text) {}

    private final LineInput lines;
    private int linesRead;

    public ScriptReader(LineInput lines) {
        this.lines = lines;
    }

    /** What can be run next; at the end of the script it may be a word that was never ended. */
    public Optional<Piece> next() {
        Optional<String> line = readLine();
        if (line.isEmpty()) {
            return Optional.empty();
        }
        int firstLine = linesRead;
        StringBuilder text = new StringBuilder(line.get());
        while (LineWords.isOpen(text.toString())) {
            Optional<String> more = readLine();
            if (more.isEmpty()) {
                break;
            }
            text.append('\n').append(more.get());
        }
        return Optional.of(new Piece(firstLine, text.toString()));
    }

    private Optional<String> readLine() {
        Optional<String> line = lines.readLine();
        linesRead += line.isPresent() ? 1 : 0;
        return line;
    }
}
