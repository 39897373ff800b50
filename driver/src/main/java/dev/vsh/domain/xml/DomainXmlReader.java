package dev.vsh.domain.xml;

import dev.vsh.domain.DomainDefinition;
import dev.vsh.schema.DomainXml;

/**
 * Reads {@code <domain type='lxc'>} documents: validates them against the schemas, checks what schemas cannot say, and
 * fills in the defaults. Nothing but the text is read: no DOCTYPE, no entity, no schema that the document names. Safe
 * for use by several threads.
 */
public final class DomainXmlReader {
    private final DocumentParser<DomainXml> parser;
    private final DomainReading reading;

    public DomainXmlReader(DomainGrammar grammar, Defaults defaults) {
        this.parser = new DocumentParser<>(grammar);
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
     * @throws InvalidDocumentException with every problem of the document
     */
    public DomainDefinition read(String text, String origin, boolean validate) {
        ParsedDomain domain = new ParsedDomain(parser.parse(text, origin, validate));
        DocumentParser.requireSense(origin, DomainChecks.problems(domain));
        return reading.read(domain);
    }
}
