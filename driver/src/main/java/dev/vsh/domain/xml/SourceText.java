package dev.vsh.domain.xml;

import java.util.ArrayList;
import java.util.List;

/** A document's text, in which elements are found by how many begin before them, and offsets become lines and columns. */
final class SourceText {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final String text;

    /** Both are for documents with something unusual in them, and of a long one they take as long as reading it. */
    private final Lazy<List<Integer>> lineStarts = new Lazy<>(this::findLines);

    private final Lazy<TagIndex> tags;

    SourceText(String text) {
        this.text = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        this.tags = new Lazy<>(() -> new TagIndex(this.text));
    }

    private List<Integer> findLines() {
        List<Integer> starts = new ArrayList<>(List.of(0));
        for (int i = 0; i < text.length(); i++) {
            if (endsLine(i)) {
                starts.add(i + 1);
            }
        }
        return starts;
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
        return tags.get().start(ordinal);
    }

    /** The element with all that is in it. */
    String element(int ordinal) {
        return text.substring(tags.get().start(ordinal), tags.get().end(ordinal));
    }

    XmlProblem problem(int offset, String message) {
        List<Integer> starts = lineStarts.get();
        int low = 0;
        int high = starts.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (starts.get(middle) <= offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return new XmlProblem(low + 1, offset - starts.get(low) + 1, message);
    }
}
