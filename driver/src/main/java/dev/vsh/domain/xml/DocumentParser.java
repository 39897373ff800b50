package dev.vsh.domain.xml;

import dev.vsh.domain.xml.InvalidDocumentException.Stage;

import org.xml.sax.SAXParseException;

import java.util.Collections;
import java.util.List;

/**
 * Takes a text as far as beans that are in the grammar. Nothing but the text is read: no DOCTYPE, no entity, no schema
 * that the document names.
 *
 * @param <B> the bean of the document's root
 */
final class DocumentParser<B> {
    /** In characters. */
    private static final int MAX_LENGTH = 4 * 1024 * 1024;

    private final Grammar<B> grammar;
    private final PlainParser<B> plain;

    DocumentParser(Grammar<B> grammar) {
        this.grammar = grammar;
        this.plain = new PlainParser<>(grammar);
    }

    /**
     * @param origin a file name, or what to call the text in messages
     * @param validate whether an unknown element or attribute is a problem; if not, it is passed over
     * @throws InvalidDocumentException with every problem of the document
     */
    Parsed<B> parse(String text, String origin, boolean validate) {
        if (text.length() > MAX_LENGTH) {
            throw notWellFormed(
                    origin,
                    new XmlProblem(
                            1, 1, "the document is longer than " + MAX_LENGTH + " characters"));
        }
        var source = new SourceText(text);
        return plain.parse(source).orElseGet(() -> judged(source, origin, validate));
    }

    private Parsed<B> judged(SourceText source, String origin, boolean validate) {
        var validation = new SchemaValidation(grammar, source, validate);
        refuse(origin, Stage.SCHEMA, schemaProblems(validation, origin));
        return new BeanParser<>(grammar).parse(source, validation.leftOut());
    }

    /**
     * @throws InvalidDocumentException in document order, unless there is none
     */
    static void requireSense(String origin, List<XmlProblem> problems) {
        Collections.sort(problems);
        refuse(origin, Stage.SEMANTIC, problems);
    }

    private static List<XmlProblem> schemaProblems(SchemaValidation validation, String origin) {
        try {
            return validation.run();
        } catch (SAXParseException e) {
            throw notWellFormed(origin, WellFormedness.problem(e));
        }
    }

    private static InvalidDocumentException notWellFormed(String origin, XmlProblem problem) {
        return new InvalidDocumentException(origin, Stage.NOT_WELL_FORMED, List.of(problem));
    }

    private static void refuse(String origin, Stage stage, List<XmlProblem> problems) {
        if (!problems.isEmpty()) {
            throw new InvalidDocumentException(origin, stage, problems);
        }
    }
}
