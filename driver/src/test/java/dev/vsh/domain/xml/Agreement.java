package dev.vsh.domain.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.xml.sax.SAXParseException;

import java.util.List;
import java.util.Optional;

/**
 * What the plain parser takes, the schemas take too, and JAXB makes the same beans of it.
 *
 * @param <B> the bean of the document's root
 */
final class Agreement<B> {
    private final Grammar<B> grammar;
    private final PlainParser<B> plain;

    Agreement(Grammar<B> grammar) {
        this.grammar = grammar;
        this.plain = new PlainParser<>(grammar);
    }

    /** Whether the plain parser takes a document; fails unless the others agree if it does. */
    boolean takesPlainly(String document) {
        var source = new SourceText(document);
        Optional<Parsed<B>> beans = plain.parse(source);
        beans.ifPresent(parsed -> assertEquals(print(judged(source)), print(parsed)));
        return beans.isPresent();
    }

    private Parsed<B> judged(SourceText source) {
        var validation = new SchemaValidation(grammar, source, true);
        try {
            assertEquals(List.of(), validation.run());
        } catch (SAXParseException e) {
            throw new AssertionError("not well-formed", e);
        }
        return new BeanParser<>(grammar).parse(source, validation.leftOut());
    }

    private String print(Parsed<B> parsed) {
        return new BeanPrinter<>(grammar).print(parsed.xml(), new Verbatim());
    }
}
