package dev.vsh.domain.xml;

import java.util.Comparator;

/**
 * One thing that is wrong with a document.
 *
 * @param line of the element's first character, from 1
 * @param column of the element's first character, from 1, in UTF-16 units
 * @param message for the user: which element, what is wrong, what was expected
 */
public record XmlProblem(int line, int column, String message) implements Comparable<XmlProblem> {
    private static final Comparator<XmlProblem> IN_DOCUMENT_ORDER =
            Comparator.comparingInt(XmlProblem::line)
                    .thenComparingInt(XmlProblem::column)
                    .thenComparing(XmlProblem::message);

    @Override
    public int compareTo(XmlProblem other) {
        return IN_DOCUMENT_ORDER.compare(this, other);
    }

    /** {@code line:column: message}. */
    @Override
    public String toString() {
        return line + ":" + column + ": " + message;
    }
}
