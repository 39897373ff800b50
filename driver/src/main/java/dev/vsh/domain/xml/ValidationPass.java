package dev.vsh.domain.xml;

import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import javax.xml.validation.ValidatorHandler;

/** Validates a document once, without what is left out of it. */
final class ValidationPass implements ErrorHandler {
    private static final String LOCALE = "http://apache.org/xml/properties/locale";

    private final SourceText source;
    private final SchemaMessages messages;
    private final ElementTrail trail;
    private final ViolationReader violations;
    private final List<Finding> findings = new ArrayList<>();

    ValidationPass(DomainGrammar grammar, SourceText source, LeftOut leftOut) {
        this.source = source;
        ValidatorHandler validator = grammar.schema().newValidatorHandler();
        this.messages = new SchemaMessages(grammar);
        this.trail = new ElementTrail(source, leftOut, validator, this::visit);
        this.violations = new ViolationReader(messages, trail);
        validator.setErrorHandler(this);
        speakEnglish(validator);
    }

    /** Names are found in the validator's messages by their quotes, which other languages write differently. */
    private static void speakEnglish(ValidatorHandler validator) {
        try {
            validator.setProperty(LOCALE, Locale.ROOT);
        } catch (SAXException e) {
            throw new IllegalStateException("the JDK's validator has no locale", e);
        }
    }

    /**
     * @throws SAXParseException when the document is not well-formed
     */
    List<Finding> run() throws SAXParseException {
        try {
            XMLReader parser = SafeXml.parser(true);
            parser.setContentHandler(trail);
            parser.setErrorHandler(trail);
            parser.parse(new InputSource(new StringReader(source.text())));
            return findings;
        } catch (SAXParseException e) {
            throw e;
        } catch (SAXException e) {
            throw new IllegalStateException("the validator gave up", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void visit(SourceElement element) {
        if (element.parent().isEmpty() && !element.name().equals("domain")) {
            findings.add(Finding.violation(messages.wrongRoot(element)));
        }
        if (!Repetition.isAllowed(element)) {
            findings.add(
                    Finding.misplaced(messages.onlyOnce(element), LeftOut.Part.element(element)));
        }
    }

    @Override
    public void warning(SAXParseException e) {}

    @Override
    public void error(SAXParseException e) {
        String message = String.valueOf(e.getMessage());
        trail.current()
                .flatMap(element -> violations.read(element, message))
                .ifPresent(findings::add);
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
        throw e;
    }
}
