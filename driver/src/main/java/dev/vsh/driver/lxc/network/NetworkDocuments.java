package dev.vsh.driver.lxc.network;

import dev.vsh.domain.xml.InvalidDocumentException;
import dev.vsh.domain.xml.NetworkGrammar;
import dev.vsh.domain.xml.NetworkXmlReader;
import dev.vsh.domain.xml.NetworkXmlWriter;
import dev.vsh.driver.DomainDocument;
import dev.vsh.driver.DriverException;
import dev.vsh.network.NetworkDefinition;

/** Between documents and definitions of networks, with this API's errors. */
final class NetworkDocuments {
    private final NetworkXmlReader reader;
    private final NetworkXmlWriter writer;

    NetworkDocuments(NetworkGrammar grammar) {
        this.reader = NetworkXmlReader.create(grammar);
        this.writer = new NetworkXmlWriter(grammar);
    }

    NetworkDefinition read(DomainDocument document) {
        try {
            return reader.read(document.text(), document.origin(), document.validate());
        } catch (InvalidDocumentException e) {
            throw DriverException.of(e);
        }
    }

    /** A document that this driver wrote itself. */
    NetworkDefinition readStored(String text, String origin) {
        return read(new DomainDocument(text, origin, false));
    }

    String write(NetworkDefinition definition) {
        return writer.write(definition);
    }
}
