package dev.vsh.domain.xml;

import org.jspecify.annotations.Nullable;
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
import java.util.Optional;
import java.util.function.Predicate;

import javax.xml.validation.ValidatorHandler;

/** Validates a document once, without what is left out of it, and adds to that what does not fit. */
final class ValidationPass implements ErrorHandler {
    private static final String LOCALE = "http://apache.org/xml/properties/locale";

    /** Whoever has more has taken the wrong file. */
    private static final int MAX_PROBLEMS = 100;

    /**
     * @param unknownIsWrong if not, unknown elements and attributes are left out without a word
     * @param thorough whether to look for every unknown element; the validator alone sees the first in each parent, which
     *     is enough to know whether there are any
     */
    record Mode(boolean unknownIsWrong, boolean thorough) {}

    private final Grammar<?> grammar;
    private final SourceText source;
    private final LeftOut leftOut;
    private final Mode mode;
    private final SchemaMessages messages;
    private final ElementTrail trail;
    private final ViolationReader violations;
    private final List<XmlProblem> problems = new ArrayList<>();
    private boolean leftOutMore;
    private @Nullable SourceElement judged; // null before the first judgement
    private Predicate<String> unknownInJudged = _ -> false;

    ValidationPass(Grammar<?> grammar, SourceText source, LeftOut leftOut, Mode mode) {
        this.grammar = grammar;
        this.source = source;
        this.leftOut = leftOut;
        this.mode = mode;
        ValidatorHandler validator = grammar.schema().newValidatorHandler();
        this.messages = new SchemaMessages(grammar);
        this.trail = new ElementTrail(source, leftOut, validator, this::fits);
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
    List<XmlProblem> run() throws SAXParseException {
        try {
            XMLReader parser = SafeXml.parser(true);
            parser.setContentHandler(trail);
            parser.setErrorHandler(trail);
            parser.parse(new InputSource(new StringReader(source.text())));
        } catch (Enough _) {
            leftOutMore = false;
        } catch (SAXException e) {
            throw trail.placed(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return problems;
    }

    /** Whether another pass would see something that this one did not. */
    boolean hasLeftOutMore() {
        return leftOutMore;
    }

    private boolean fits(SourceElement element) {
        if (element.parent().isEmpty() && !element.name().equals(grammar.root())) {
            take(Finding.violation(() -> messages.wrongRoot(element)));
        }
        Optional<Finding> misfit = misfit(element);
        misfit.ifPresent(this::take);
        return misfit.isEmpty();
    }

    private Optional<Finding> misfit(SourceElement element) {
        LeftOut.Part part = LeftOut.Part.element(element);
        if (mode.thorough() && isUnknown(element)) {
            return Optional.of(Finding.unknown(part, () -> messages.unknownElement(element)));
        }
        if (Repetition.isAllowed(element)) {
            return Optional.empty();
        }
        return Optional.of(
                isUnknown(element)
                        ? Finding.unknown(part, () -> messages.unknownElement(element))
                        : Finding.misplaced(part, () -> messages.onlyOnce(element)));
    }

    private boolean isUnknown(SourceElement element) {
        return element.parent().map(parent -> judge(parent).test(element.name())).orElse(false);
    }

    /** Siblings come one after the other, and a document can have very many. */
    private Predicate<String> judge(SourceElement parent) {
        if (parent != judged) {
            judged = parent;
            unknownInJudged = grammar.vocabulary().unknownIn(parent.path());
        }
        return unknownInJudged;
    }

    private void take(Finding finding) {
        finding.part().ifPresent(part -> leftOutMore |= leftOut.add(part));
        if (finding.unknown() && !mode.unknownIsWrong()) {
            return;
        }
        problems.add(finding.problem().get());
        if (problems.size() == MAX_PROBLEMS) {
            problems.add(
                    source.problem(
                            source.text().length(), "too many problems: these are the first ones"));
            throw new Enough();
        }
    }

    @Override
    public void warning(SAXParseException e) {}

    @Override
    public void error(SAXParseException e) {
        String message = String.valueOf(e.getMessage());
        trail.current().flatMap(element -> violations.read(element, message)).ifPresent(this::take);
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
        throw e;
    }

    /** Flies past the parser when there is more to report than anybody would read. */
    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
