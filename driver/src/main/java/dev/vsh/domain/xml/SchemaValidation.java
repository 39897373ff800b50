package dev.vsh.domain.xml;

import org.xml.sax.SAXParseException;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Finds everything in a document that is not in the grammar. The validator itself reports of each element only the
 * first child that does not fit; so what did not fit is left out and the rest validated again until nothing is left.
 */
final class SchemaValidation {
    /** One that finds something, a thorough one, one that finds nothing more; the rest is for what nobody thought of. */
    private static final int MAX_PASSES = 10;

    private final Grammar<?> grammar;
    private final SourceText source;
    private final boolean unknownIsWrong;
    private final LeftOut leftOut = new LeftOut();
    private final SortedSet<XmlProblem> problems = new TreeSet<>();

    /**
     * @param unknownIsWrong if not, unknown elements and attributes are left out without a word
     */
    SchemaValidation(Grammar<?> grammar, SourceText source, boolean unknownIsWrong) {
        this.grammar = grammar;
        this.source = source;
        this.unknownIsWrong = unknownIsWrong;
    }

    /**
     * @throws SAXParseException when the document is not well-formed
     */
    List<XmlProblem> run() throws SAXParseException {
        boolean again = true;
        for (int pass = 0; again; pass++) {
            if (pass == MAX_PASSES) {
                problems.add(source.problem(0, "too much of the document is out of place"));
                break;
            }
            again = validate(pass > 0);
        }
        return List.copyOf(problems);
    }

    LeftOut leftOut() {
        return leftOut;
    }

    private boolean validate(boolean thorough) throws SAXParseException {
        var mode = new ValidationPass.Mode(unknownIsWrong, thorough);
        var pass = new ValidationPass(grammar, source, leftOut, mode);
        problems.addAll(pass.run());
        return pass.hasLeftOutMore();
    }
}
