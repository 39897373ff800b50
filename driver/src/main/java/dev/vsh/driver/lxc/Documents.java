package dev.vsh.driver.lxc;

import dev.vsh.domain.DomainDefinition;
import dev.vsh.domain.LiveDetails;
import dev.vsh.domain.xml.DomainXmlReader;
import dev.vsh.domain.xml.DomainXmlWriter;
import dev.vsh.domain.xml.InvalidDomainXmlException;
import dev.vsh.driver.DomainDocument;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;

import java.util.List;

/** Between documents and definitions, with this API's errors. */
final class Documents {
    private final DomainXmlReader reader;
    private final DomainXmlWriter writer;

    Documents(DomainXmlReader reader, DomainXmlWriter writer) {
        this.reader = reader;
        this.writer = writer;
    }

    /** A document of the user's. */
    DomainDefinition read(DomainDocument document) {
        try {
            return reader.read(document.text(), document.origin(), document.validate());
        } catch (InvalidDomainXmlException e) {
            throw invalid(e);
        }
    }

    /** A document that this driver wrote itself. */
    DomainDefinition readStored(String text, String origin) {
        try {
            return reader.read(text, origin, false);
        } catch (InvalidDomainXmlException e) {
            throw invalid(e);
        }
    }

    private static DriverException invalid(InvalidDomainXmlException e) {
        ErrorCode code =
                switch (e.stage()) {
                    case SCHEMA -> ErrorCode.XML_INVALID_SCHEMA;
                    case NOT_WELL_FORMED, SEMANTIC -> ErrorCode.XML_ERROR;
                };
        List<String> details =
                e.problems().stream()
                        .map(
                                problem ->
                                        e.origin()
                                                + ":"
                                                + problem.line()
                                                + ":"
                                                + problem.column()
                                                + ": "
                                                + problem.message())
                        .toList();
        return new DriverException(code, details, e);
    }

    String write(DomainDefinition definition) {
        return writer.write(definition);
    }

    String write(DomainDefinition definition, LiveDetails live) {
        return writer.write(definition, live);
    }
}
