package dev.vsh.driver.lxc;

import dev.vsh.domain.DomainDefinition;
import dev.vsh.domain.LiveDetails;
import dev.vsh.domain.xml.DomainXmlReader;
import dev.vsh.domain.xml.DomainXmlWriter;
import dev.vsh.domain.xml.InvalidDocumentException;
import dev.vsh.driver.DomainDocument;
import dev.vsh.driver.DriverException;

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
        } catch (InvalidDocumentException e) {
            throw DriverException.of(e);
        }
    }

    /** A document that this driver wrote itself. */
    DomainDefinition readStored(String text, String origin) {
        try {
            return reader.read(text, origin, false);
        } catch (InvalidDocumentException e) {
            throw DriverException.of(e);
        }
    }

    String write(DomainDefinition definition) {
        return writer.write(definition);
    }

    String write(DomainDefinition definition, LiveDetails live) {
        return writer.write(definition, live);
    }
}
