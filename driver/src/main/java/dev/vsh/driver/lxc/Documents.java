package dev.vsh.driver.lxc;

import dev.vsh.domain.DomainDefinition;
import dev.vsh.domain.LiveDetails;
import dev.vsh.domain.xml.DeviceXmlReader;
import dev.vsh.domain.xml.DomainGrammar;
import dev.vsh.domain.xml.DomainXmlReader;
import dev.vsh.domain.xml.DomainXmlWriter;
import dev.vsh.domain.xml.InvalidDocumentException;
import dev.vsh.domain.xml.ParsedDevice;
import dev.vsh.driver.DomainDocument;
import dev.vsh.driver.DriverException;

/** Between documents and definitions, with this API's errors. */
final class Documents {
    private final DomainXmlReader reader;
    private final DeviceXmlReader devices;
    private final DomainXmlWriter writer;
    private final Recent<String, DomainDefinition> stored = new Recent<>();

    Documents(DomainGrammar grammar) {
        this.reader = DomainXmlReader.create(grammar);
        this.devices = new DeviceXmlReader(grammar);
        this.writer = new DomainXmlWriter(grammar);
    }

    /** A document of the user's. */
    DomainDefinition read(DomainDocument document) {
        try {
            return InterfaceNames.withoutOurs(
                    reader.read(document.text(), document.origin(), document.validate()));
        } catch (InvalidDocumentException e) {
            throw DriverException.of(e);
        }
    }

    /** A document of the user's that is one device. */
    ParsedDevice readDevice(DomainDocument document) {
        try {
            return devices.read(document.text(), document.origin(), document.validate());
        } catch (InvalidDocumentException e) {
            throw DriverException.of(e);
        }
    }

    /** A document that this driver wrote itself. */
    DomainDefinition readStored(String text, String origin) {
        try {
            return stored.of(text, () -> reader.read(text, origin, false));
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
