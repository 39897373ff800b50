package dev.vsh.domain.lxctools;

import java.util.ArrayList;
import java.util.List;

/** The words of a command; quotes of either kind hold those together that have spaces in them. */
final class CommandWords {
    private static final char NO_QUOTE = 0;

    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private char quote = NO_QUOTE;
    private boolean begun;

    private CommandWords() {}

    /** As LXC does, takes the end of the text for that of a quotation. */
    static List<String> split(String command) {
        var splitter = new CommandWords();
        command.chars().forEach(character -> splitter.take((char) character));
        splitter.end();
        return splitter.words;
    }

    private void take(char character) {
        boolean isQuote = character == '"' || character == '\'';
        if (quote == NO_QUOTE && (character == ' ' || character == '\t')) {
            end();
        } else if (quote == NO_QUOTE && isQuote) {
            quote = character;
            begun = true;
        } else if (character == quote) {
            quote = NO_QUOTE;
        } else {
            word.append(character);
            begun = true;
        }
    }

    private void end() {
        if (begun) {
            words.add(word.toString());
        }
        word.setLength(0);
        begun = false;
    }

    /**
     * The inverse.
     *
     * @throws IllegalArgumentException naming a word with both kinds of quotes, which LXC cannot take
     */
    static String join(List<String> words) {
        return String.join(" ", words.stream().map(CommandWords::quoted).toList());
    }

    private static String quoted(String word) {
        if (!word.isEmpty() && word.chars().noneMatch(each -> " \t'\"".indexOf(each) >= 0)) {
            return word;
        }
        if (!word.contains("\"")) {
            return '"' + word + '"';
        }
        if (!word.contains("'")) {
            return "'" + word + "'";
        }
        throw new IllegalArgumentException(word);
    }
}
