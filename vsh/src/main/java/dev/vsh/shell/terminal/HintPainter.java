package dev.vsh.shell.terminal;

import dev.vsh.shell.completion.HintEngine;

import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/**
 * Shows hints behind the line, faintly. They are part of the picture and not of the line: JLine finds the place of the
 * cursor in the line, and shows the line once more without them when it is entered.
 */
final class HintPainter implements Highlighter {
    private final HintEngine hints;

    HintPainter(HintEngine hints) {
        this.hints = hints;
    }

    @Override
    public AttributedString highlight(LineReader reader, String line) {
        AttributedStringBuilder picture = new AttributedStringBuilder().append(line);
        boolean atEnd = reader.getBuffer().cursor() == line.length();
        if (reader.isReading() && atEnd) {
            int room = room(reader, line);
            String hint = hints.hint(line);
            picture.styled(AttributedStyle::faint, hint.length() <= room ? hint : cut(hint, room));
        }
        return picture.toAttributedString();
    }

    /** Up to the end of the screen's line; the prompt has its place too. */
    private static int room(LineReader reader, String line) {
        int columns = reader.getTerminal().getWidth();
        int used = JLineEditor.PROMPT_WIDTH + line.length() - line.lastIndexOf('\n') - 1;
        return columns - 1 - used;
    }

    /** At the end of a word, with what says that there is more. */
    private static String cut(String hint, int room) {
        int end = hint.lastIndexOf(' ', Math.max(0, room - 2));
        return end <= 0 ? "" : hint.substring(0, end) + " …";
    }
}
