package dev.vsh.shell.grammar;

import java.util.ArrayList;
import java.util.List;

/**
 * The last command of a line that is still being written.
 *
 * @param words the finished ones
 * @param current the word at the cursor, its quotes removed; empty after a blank
 * @param begin where the current word starts in the line, quotes included
 */
public record PartialLine(List<String> words, String current, int begin) {
    public PartialLine {
        words = List.copyOf(words);
    }

    /**
     * @param line up to the cursor
     */
    public static PartialLine of(String line) {
        LineScanner scanner = new LineScanner(line);
        List<String> words = new ArrayList<>();
        while (true) {
            switch (scanner.next()) {
                case LineScanner.Word word -> {
                    if (scanner.position() == line.length()) {
                        return new PartialLine(words, word.text(), word.begin());
                    }
                    words.add(word.text());
                }
                case LineScanner.Separator _, LineScanner.HostCommand _ -> words.clear();
                case LineScanner.End _ -> {
                    return new PartialLine(words, "", line.length());
                }
            }
        }
    }
}
