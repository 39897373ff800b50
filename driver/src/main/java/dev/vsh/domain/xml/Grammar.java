package dev.vsh.domain.xml;

import dev.vsh.schema.code.BeanCode;

import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;

import org.xml.sax.SAXException;

import java.net.URL;
import java.util.Objects;

import javax.xml.XMLConstants;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;

/**
 * The code for the beans of one kind of document, and its schemas and JAXB for those documents that the code is not sure
 * of. Making these takes most of the time that the first such document takes: share one among readers. Safe for use by
 * several threads.
 *
 * @param <B> the bean of the document's root
 */
abstract sealed class Grammar<B> permits DomainGrammar, NetworkGrammar {
    private final String root;
    private final Class<B> bean;
    private final BeanCode<B> code;
    private final Lazy<Schema> schema = new Lazy<>(this::compile);
    private final Lazy<JAXBContext> beans = new Lazy<>(this::bind);
    private final Lazy<Vocabulary> vocabulary = new Lazy<>(() -> Vocabulary.of(location()));

    /**
     * @param root name of the root, and of the schema without its suffix
     */
    Grammar(String root, Class<B> bean, BeanCode<B> code) {
        this.root = root;
        this.bean = bean;
        this.code = code;
    }

    String root() {
        return root;
    }

    Class<B> bean() {
        return bean;
    }

    BeanCode<B> code() {
        return code;
    }

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

    private URL location() {
        return Objects.requireNonNull(
                bean.getResource(root + ".xsd"), "the schemas are not on the class path");
    }

    private Schema compile() {
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

    private JAXBContext bind() {
        try {
            return JAXBContext.newInstance(bean.getPackageName(), bean.getClassLoader());
        } catch (JAXBException e) {
            throw new IllegalStateException("the beans do not bind", e);
        }
    }
}
