package dev.vsh.shell;

import dev.vsh.shell.grammar.LineWords;
import dev.vsh.shell.grammar.SyntaxException;
import dev.vsh.shell.grammar.Token;
import dev.vsh.shell.grammar.WordSource;
import dev.vsh.shell.session.Progress;
import dev.vsh.shell.session.ScriptReader;

import java.util.Optional;

/** A file of commands. The first that fails is the last, and its error says where it stands. */
final class Script {
    private final String name;
    private final ScriptReader pieces;
    private final CommandRunner runner;
    private final Progress progress;

    /**
     * @param name for errors
     */
    Script(String name, ScriptReader pieces, CommandRunner runner, Progress progress) {
        this.name = name;
        this.pieces = pieces;
        this.runner = runner;
        this.progress = progress;
    }

    /**
     * @return the exit status of the command that ran last
     */
    int run() {
        int status = 0;
        Optional<ScriptReader.Piece> piece = pieces.next();
        while (piece.isPresent()) {
            String place = name + ":" + piece.get().firstLine() + ": ";
            status = runner.runUntilFailure(words(piece.get().text()), place);
            piece = status != 0 || progress.isFinished() ? Optional.empty() : pieces.next();
        }
        return status;
    }

    /** A quote that the end of the script closed has swallowed commands. */
    private static WordSource words(String text) {
        LineWords words = new LineWords(text);
        if (!LineWords.isOpen(text)) {
            return words;
        }
        return () -> {
            Token token = words.next();
            if (token instanceof Token.EndOfInput) {
                throw new SyntaxException("missing '");
            }
            return token;
        };
    }
}
