package dev.vsh.shell.terminal;

import dev.vsh.shell.grammar.PartialLine;

import org.jline.reader.CompletingParsedLine;

import java.util.ArrayList;
import java.util.List;

/** The line up to the cursor, as JLine wants it told. */
record PartialParsedLine(String line, int cursor, PartialLine partial)
        implements CompletingParsedLine {
    private static final String SPECIAL = " \t;\\'\"#";

    @Override
    public String word() {
        return partial.current();
    }

    @Override
    public int wordCursor() {
        return partial.current().length();
    }

    @Override
    public int wordIndex() {
        return partial.words().size();
    }

    @Override
    public List<String> words() {
        List<String> words = new ArrayList<>(partial.words());
        words.add(partial.current());
        return words;
    }

    @Override
    public int rawWordCursor() {
        return cursor - partial.begin();
    }

    @Override
    public int rawWordLength() {
        return cursor - partial.begin();
    }

    @Override
    public CharSequence escape(CharSequence candidate, boolean complete) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < candidate.length(); i++) {
            if (SPECIAL.indexOf(candidate.charAt(i)) >= 0) {
                escaped.append('\\');
            }
            escaped.append(candidate.charAt(i));
        }
        return escaped;
    }
}
