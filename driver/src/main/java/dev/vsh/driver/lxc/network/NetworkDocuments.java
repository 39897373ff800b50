package dev.vsh.driver.lxc.network;

import dev.vsh.domain.xml.InvalidDocumentException;
import dev.vsh.domain.xml.NetworkGrammar;
import dev.vsh.domain.xml.NetworkPartReader;
import dev.vsh.domain.xml.NetworkXmlReader;
import dev.vsh.domain.xml.NetworkXmlWriter;
import dev.vsh.driver.DomainDocument;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.driver.NetworkUpdate;
import dev.vsh.network.NetworkDefinition;
import dev.vsh.network.NetworkEdit;

/** Between documents and definitions of networks, with this API's errors. */
final class NetworkDocuments {
    private final NetworkXmlReader reader;
    private final NetworkPartReader parts;
    private final NetworkXmlWriter writer;

    NetworkDocuments(NetworkGrammar grammar) {
        this.reader = NetworkXmlReader.create(grammar);
        this.parts = new NetworkPartReader(grammar);
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

    /** What an update makes of a network. */
    NetworkDefinition updated(NetworkUpdate update, NetworkDefinition network) {
        if (!NetworkPartReader.isSupported(update.section())) {
            throw new DriverException(
                    ErrorCode.NO_SUPPORT,
                    "section '"
                            + update.section().word()
                            + "' cannot be updated: use net-edit, and start the network again");
        }
        try {
            return parts.edited(
                    network,
                    update.edit(),
                    update.section(),
                    update.parent(),
                    update.element().text(),
                    update.element().origin());
        } catch (InvalidDocumentException e) {
            throw DriverException.of(e);
        } catch (NetworkEdit.MismatchException e) {
            throw new DriverException(
                    ErrorCode.OPERATION_INVALID, String.valueOf(e.getMessage()), e);
        }
    }

    String write(NetworkDefinition definition) {
        return writer.write(definition);
    }
}
