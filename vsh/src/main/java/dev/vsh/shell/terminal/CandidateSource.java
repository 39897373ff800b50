package dev.vsh.shell.terminal;

import dev.vsh.shell.completion.CompletionEngine;

import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

import java.util.List;

/** Hands the shell's candidates to JLine. */
final class CandidateSource implements Completer {
    private final CompletionEngine engine;

    CandidateSource(CompletionEngine engine) {
        this.engine = engine;
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        List<String> words = line.words().subList(0, line.wordIndex());
        for (String word : engine.complete(words, line.word())) {
            candidates.add(candidate(word));
        }
    }

    /** After a directory comes a name in it, so no blank. */
    private static Candidate candidate(String word) {
        boolean complete = !word.endsWith("/");
        return new Candidate(word, word, null, null, null, null, complete);
    }
}
