package dev.vsh.domain.xml;

import dev.vsh.domain.DomainDefinition;
import dev.vsh.domain.xml.InvalidDomainXmlException.Stage;

import org.xml.sax.SAXParseException;

import java.util.List;

/**
 * Reads {@code <domain type='lxc'>} documents: validates them against the schemas, checks what schemas cannot say, and
 * fills in the defaults. Nothing but the text is read: no DOCTYPE, no entity, no schema that the document names. Safe
 * for use by several threads.
 */
public final class DomainXmlReader {
    /** In characters. */
    private static final int MAX_LENGTH = 4 * 1024 * 1024;

    private final DomainGrammar grammar;
    private final DomainReading reading;

    public DomainXmlReader(DomainGrammar grammar, Defaults defaults) {
        this.grammar = grammar;
        this.reading = new DomainReading(defaults);
    }

    /** A reader with a grammar of its own that makes random uuids and addresses. */
    public static DomainXmlReader create() {
        return create(new DomainGrammar());
    }

    /** A reader that makes random uuids and addresses. */
    public static DomainXmlReader create(DomainGrammar grammar) {
        return new DomainXmlReader(grammar, HostDefaults.create());
    }

    /**
     * @param origin a file name, or what to call the text in messages
     * @param validate whether an unknown element or attribute is a problem; if not, it is passed over
     * @throws InvalidDomainXmlException with every problem of the document
     */
    public DomainDefinition read(String text, String origin, boolean validate) {
        if (text.length() > MAX_LENGTH) {
            throw notWellFormed(
                    origin,
                    new XmlProblem(
                            1, 1, "the document is longer than " + MAX_LENGTH + " characters"));
        }
        var source = new SourceText(text);
        var validation = new SchemaValidation(grammar, source, validate);
        refuse(origin, Stage.SCHEMA, schemaProblems(validation, origin));
        ParsedDomain domain = new DomainParser(grammar).parse(source, validation.leftOut());
        refuse(origin, Stage.SEMANTIC, DomainChecks.problems(domain));
        return reading.read(domain);
    }

    private static List<XmlProblem> schemaProblems(SchemaValidation validation, String origin) {
        try {
            return validation.run();
        } catch (SAXParseException e) {
            throw notWellFormed(origin, WellFormedness.problem(e));
        }
    }

    private static InvalidDomainXmlException notWellFormed(String origin, XmlProblem problem) {
        return new InvalidDomainXmlException(origin, Stage.NOT_WELL_FORMED, List.of(problem));
    }

    private static void refuse(String origin, Stage stage, List<XmlProblem> problems) {
        if (!problems.isEmpty()) {
            throw new InvalidDomainXmlException(origin, stage, problems);
        }
    }
}
