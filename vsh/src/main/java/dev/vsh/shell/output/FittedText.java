package dev.vsh.shell.output;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text in columns, fitted to a screen: what its last column has no room for goes on below it, from word to word. Lines
 * without columns stay as they are: they can be commands to be copied.
 */
public final class FittedText {
    private static final Pattern LAST_COLUMN = Pattern.compile("^( *\\S.*?  +)(?=\\S[^\\n]*$)");
    private static final Pattern COLOUR = Pattern.compile("\\033\\[[0-9;]*m");

    /** A last column that is narrower than this is no column to write in. */
    private static final int NARROWEST = 20;

    private final int width;

    /**
     * @param width of the screen
     */
    public FittedText(int width) {
        this.width = width;
    }

    public String fit(String text) {
        StringBuilder fitted = new StringBuilder();
        text.lines().forEach(line -> fit(line, fitted));
        return fitted.toString();
    }

    private void fit(String line, StringBuilder fitted) {
        int begin = lastColumn(line);
        int indent = visible(line.substring(0, begin)).length();
        if (begin == 0 || visible(line).length() < width || width - indent < NARROWEST) {
            fitted.append(line).append('\n');
            return;
        }
        fitted.append(line, 0, begin);
        int used = indent;
        for (String word : line.substring(begin).split(" ", -1)) {
            if (used > indent && used + 1 + word.length() >= width) {
                fitted.append('\n').append(" ".repeat(indent));
                used = indent;
            } else if (used > indent) {
                fitted.append(' ');
                used++;
            }
            fitted.append(word);
            used += visible(word).length();
        }
        fitted.append('\n');
    }

    /** Where it begins; 0 in a line that has but one. */
    private static int lastColumn(String line) {
        int begin = 0;
        Matcher matcher = LAST_COLUMN.matcher(line);
        while (matcher.find()) {
            begin = matcher.end();
            matcher.region(begin, line.length());
            matcher.useAnchoringBounds(true);
        }
        return begin;
    }

    private static String visible(String text) {
        return COLOUR.matcher(text).replaceAll("");
    }
}
