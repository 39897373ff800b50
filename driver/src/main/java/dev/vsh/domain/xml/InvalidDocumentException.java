package dev.vsh.domain.xml;

import java.util.List;
import java.util.stream.Collectors;

/** A document that is not what it should be. The message has a line for each problem: {@code origin:line:column: message}. */
public final class InvalidDocumentException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** How far the document came. */
    public enum Stage {
        /** It is not XML, or XML of a kind that is refused unread: too large, too deep, with a DOCTYPE. */
        NOT_WELL_FORMED,
        /** It is XML, but not in the grammar. */
        SCHEMA,
        /** It is in the grammar, but what it says cannot be. */
        SEMANTIC
    }

    private final String origin;
    private final Stage stage;

    @SuppressWarnings("serial") // List.copyOf gives a serializable list
    private final List<XmlProblem> problems;

    /**
     * @param origin what to call the document in messages
     * @param problems at least one, in document order
     */
    public InvalidDocumentException(String origin, Stage stage, List<XmlProblem> problems) {
        super(
                problems.stream()
                        .map(problem -> origin + ":" + problem)
                        .collect(Collectors.joining("\n")));
        this.origin = origin;
        this.stage = stage;
        this.problems = List.copyOf(problems);
    }

    public String origin() {
        return origin;
    }

    public Stage stage() {
        return stage;
    }

    public List<XmlProblem> problems() {
        return problems;
    }
}
