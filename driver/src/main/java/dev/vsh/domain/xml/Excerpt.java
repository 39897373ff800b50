package dev.vsh.domain.xml;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The least document that an element can be a part of, in one line, so that lines are counted as the user counts them.
 *
 * @param before what stands in front of the element
 */
record Excerpt(String before, String after) {
    private static final Pattern DECLARATION = Pattern.compile("\\s*<\\?xml\\s[^>]*\\?>");

    String around(String element) {
        return before + withoutDeclaration(element) + after;
    }

    /** With spaces in its place, so that columns stay what they are. */
    private static String withoutDeclaration(String text) {
        Matcher declaration = DECLARATION.matcher(text);
        return declaration.lookingAt()
                ? declaration.group().replaceAll("\\S", " ") + text.substring(declaration.end())
                : text;
    }

    /** The same problems, where the user sees them. */
    InvalidDocumentException asWritten(InvalidDocumentException e) {
        return new InvalidDocumentException(
                e.origin(), e.stage(), e.problems().stream().map(this::asWritten).toList());
    }

    private XmlProblem asWritten(XmlProblem problem) {
        int column =
                problem.line() == 1
                        ? Math.max(1, problem.column() - before.length())
                        : problem.column();
        return new XmlProblem(problem.line(), column, problem.message());
    }
}
