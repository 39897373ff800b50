package dev.vsh.domain.xml;

import dev.vsh.schema.DomainXml;

import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;

import org.xml.sax.SAXException;

import java.net.URL;
import java.util.Objects;

import javax.xml.XMLConstants;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;

/**
 * The compiled schemas and beans of {@code <domain>}. Making them takes most of the time that the first document
 * takes: share one among readers and writers. Safe for use by several threads.
 */
public final class DomainGrammar {
    private final Lazy<Schema> schema = new Lazy<>(DomainGrammar::compile);
    private final Lazy<JAXBContext> beans = new Lazy<>(DomainGrammar::bind);
    private final Lazy<Vocabulary> vocabulary = new Lazy<>(() -> Vocabulary.of(location()));

    Schema schema() {
        // Whoever validates a document goes on to bind it, and either takes as long as the other.
        beans.begin();
        return schema.get();
    }

    JAXBContext beans() {
        return beans.get();
    }

    Vocabulary vocabulary() {
        return vocabulary.get();
    }

    private static URL location() {
        return Objects.requireNonNull(
                DomainXml.class.getResource("domain.xsd"), "the schemas are not on the class path");
    }

    private static Schema compile() {
        try {
            SchemaFactory factory = SchemaFactory.newDefaultInstance();
            // Only the schemas include other schemas; a document names none that would be read.
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file,jar:file");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            return factory.newSchema(location());
        } catch (SAXException e) {
            throw new IllegalStateException("the schemas do not compile", e);
        }
    }

    private static JAXBContext bind() {
        try {
            Class<?> bean = DomainXml.class;
            return JAXBContext.newInstance(bean.getPackageName(), bean.getClassLoader());
        } catch (JAXBException e) {
            throw new IllegalStateException("the beans do not bind", e);
        }
    }
}
