package dev.vsh.domain.lxctools;

import dev.vsh.domain.DomainDefinition;
import dev.vsh.domain.xml.DomainGrammar;
import dev.vsh.domain.xml.DomainXmlReader;
import dev.vsh.domain.xml.DomainXmlWriter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** Converts with the same uuid and the same addresses each time. */
final class Conversion {
    private static final UUID ID = UUID.fromString("00000000-0000-4000-8000-000000000001");

    private final DomainGrammar grammar = new DomainGrammar();
    private final LxcToolsReader reader = new LxcToolsReader(() -> ID, () -> 7);

    ImportedDomain read(Path file) {
        try {
            return read(Files.readString(file), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its name in messages is short, wherever it is. */
    ImportedDomain read(String text, Path file) {
        return reader.read(
                new ConfigDocument(
                        text, String.valueOf(file.getFileName()), file.toAbsolutePath()));
    }

    ImportedDomain read(String text) {
        return read(text, Path.of("/nonexistent/web.conf"));
    }

    /** The definition's document, which is sure to be a valid one. */
    String xml(DomainDefinition definition) {
        return document(definition(document(definition)));
    }

    String document(DomainDefinition definition) {
        return new DomainXmlWriter(grammar).write(definition);
    }

    DomainDefinition definition(String xml) {
        return DomainXmlReader.create(grammar).read(xml, "(converted)", true);
    }

    ExportedConfig write(DomainDefinition definition) {
        return new LxcToolsWriter().write(definition);
    }
}
