package dev.vsh.domain.xml;

import dev.vsh.schema.code.BeanReader;

import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * Makes beans of a document that is plainly valid, as nearly all are, in one pass and a tenth of the time that schemas
 * and JAXB need to get ready. Whatever is wrong with a document, or merely unusual, is for them to say.
 *
 * @param <B> the bean of the document's root
 */
final class PlainParser<B> {
    private final Grammar<B> grammar;

    PlainParser(Grammar<B> grammar) {
        this.grammar = grammar;
    }

    /** The beans, if there is no doubt that the document is in the grammar. */
    Optional<Parsed<B>> parse(SourceText source) {
        var places = new Places();
        var beans = new BeanReader<>(grammar.root(), grammar.code(), places::made);
        var once = new Once(places);
        var trail = new ElementTrail(source, new LeftOut(), beans, once::visit);
        try {
            XMLReader parser = SafeXml.parser(true);
            parser.setContentHandler(trail);
            parser.setErrorHandler(trail);
            parser.parse(new InputSource(new StringReader(source.text())));
        } catch (SAXException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return once.held ? Optional.of(new Parsed<>(beans.root(), places)) : Optional.empty();
    }

    /** What neither the schemas nor the code for beans says: of which elements there may be one. */
    private static final class Once {
        private final Places places;
        private boolean held = true;

        Once(Places places) {
            this.places = places;
        }

        boolean visit(SourceElement element) {
            held &= Repetition.isAllowed(element);
            return places.visit(element);
        }
    }
}
