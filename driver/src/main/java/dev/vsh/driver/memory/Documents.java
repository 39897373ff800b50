package dev.vsh.driver.memory;

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

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Between a domain's document and its definition, with the errors that a driver owes its users. */
final class Documents {
    private Optional<DomainGrammar> grammar = Optional.empty();

    DomainDefinition read(DomainDocument document) {
        try {
            return DomainXmlReader.create(grammar())
                    .read(document.text(), document.origin(), document.validate());
        } catch (InvalidDocumentException e) {
            throw DriverException.of(e);
        }
    }

    /** What would be read of the definition's own document, ranges and all. */
    DomainDefinition checked(DomainDefinition definition) {
        return read(DomainDocument.of(write(definition, OptionalLong.empty()), definition.name()));
    }

    ParsedDevice readDevice(DomainDocument document) {
        try {
            return new DeviceXmlReader(grammar())
                    .read(document.text(), document.origin(), document.validate());
        } catch (InvalidDocumentException e) {
            throw DriverException.of(e);
        }
    }

    /**
     * @param id empty for the document of a domain that does not run
     */
    String write(DomainDefinition definition, OptionalLong id) {
        DomainXmlWriter writer = new DomainXmlWriter(grammar());
        return id.isPresent()
                ? writer.write(definition, live(definition, id.getAsLong()))
                : writer.write(definition);
    }

    /** Made at the first need: most commands look at no document, and XML is slow to load. */
    private synchronized DomainGrammar grammar() {
        if (grammar.isEmpty()) {
            grammar = Optional.of(new DomainGrammar());
        }
        return grammar.get();
    }

    /** There are no terminals behind these consoles, so their paths lead nowhere. */
    private static LiveDetails live(DomainDefinition definition, long id) {
        List<String> paths = new ArrayList<>();
        for (int i = 0; i < definition.devices().consoles().size(); i++) {
            paths.add("/nonexistent/console" + i);
        }
        return new LiveDetails(id, paths);
    }
}
