package dev.vsh.domain.xml;

import jakarta.xml.bind.JAXBElement;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Unmarshaller;
import jakarta.xml.bind.UnmarshallerHandler;

import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;

/** Makes beans of a document that has been validated. */
final class BeanParser<B> {
    private final Grammar<B> grammar;

    BeanParser(Grammar<B> grammar) {
        this.grammar = grammar;
    }

    Parsed<B> parse(SourceText source, LeftOut leftOut) {
        try {
            Unmarshaller unmarshaller = grammar.beans().createUnmarshaller();
            // Whatever the beans cannot hold was reported by the validation, or the two disagree.
            unmarshaller.setEventHandler(_ -> false);
            UnmarshallerHandler handler = unmarshaller.getUnmarshallerHandler();
            var places = new Places();
            var trail = new ElementTrail(source, leftOut, handler, places::visit);
            unmarshaller.setListener(places);
            XMLReader parser = SafeXml.parser(true);
            parser.setContentHandler(trail);
            parser.setErrorHandler(trail);
            parser.parse(new InputSource(new StringReader(source.text())));
            var root = (JAXBElement<?>) handler.getResult();
            return new Parsed<>(grammar.bean().cast(root.getValue()), places);
        } catch (JAXBException | SAXException e) {
            throw new IllegalStateException("a valid document does not bind: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
