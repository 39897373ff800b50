package dev.vsh.domain.xml;

import java.util.ArrayList;
import java.util.List;

/** A document's text, in which elements are found by how many begin before them, and offsets become lines and columns. */
final class SourceText {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final String text;
    private final List<Integer> lineStarts = new ArrayList<>(List.of(0));
    private final TagIndex tags;

    SourceText(String text) {
        this.text = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        for (int i = 0; i < this.text.length(); i++) {
            if (endsLine(i)) {
                lineStarts.add(i + 1);
            }
        }
        this.tags = new TagIndex(this.text);
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

    int start(int ordinal) {
        return tags.start(ordinal);
    }

    /** The element with all that is in it. */
    String element(int ordinal) {
        return text.substring(tags.start(ordinal), tags.end(ordinal));
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
