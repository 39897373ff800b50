package dev.vsh.domain.xml;

import java.util.ArrayList;
import java.util.List;

/** A document's text, in which the parser's lines and columns become offsets and back. */
final class SourceText {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final String text;
    private final List<Integer> lineStarts = new ArrayList<>(List.of(0));

    SourceText(String text) {
        this.text = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        for (int i = 0; i < this.text.length(); i++) {
            if (endsLine(i)) {
                lineStarts.add(i + 1);
            }
        }
    }

    private boolean endsLine(int offset) {
        char c = text.charAt(offset);
        boolean halfOfCrLf =
                c == '\r' && offset + 1 < text.length() && text.charAt(offset + 1) == '\n';
        return c == '\n' || (c == '\r' && !halfOfCrLf);
    }

    String text() {
        return text;
    }

    String slice(int start, int end) {
        return text.substring(start, end);
    }

    /** Where a line and a column as SAX gives them, both from 1, are in the text; never outside it. */
    int offset(int line, int column) {
        int row = Math.clamp(line - 1L, 0, lineStarts.size() - 1);
        return Math.clamp((long) lineStarts.get(row) + Math.max(column, 1) - 1, 0, text.length());
    }

    /** The offset of the {@code <} of the tag that ends before {@code end}; no tag has another one inside. */
    int startOfTag(int end) {
        return Math.max(text.lastIndexOf('<', end - 1), 0);
    }

    XmlProblem problem(int offset, String message) {
        int low = 0;
        int high = lineStarts.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (lineStarts.get(middle) <= offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return new XmlProblem(low + 1, offset - lineStarts.get(low) + 1, message);
    }
}
