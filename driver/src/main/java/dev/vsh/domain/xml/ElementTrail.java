package dev.vsh.domain.xml;

import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.ext.Locator2;
import org.xml.sax.helpers.AttributesImpl;
import org.xml.sax.helpers.DefaultHandler;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import javax.xml.namespace.QName;

/**
 * Walks ahead of the handler that does the work and knows which element the parser is at and where it stands in the
 * text. Passes on everything but what is left out.
 */
final class ElementTrail extends DefaultHandler {
    private static final int MAX_DEPTH = 256;

    private final SourceText source;
    private final LeftOut leftOut;
    private final ContentHandler next;
    private final Predicate<SourceElement> visitor;
    private final Deque<SourceElement> open = new ArrayDeque<>();
    private final Deque<Map<String, String>> declared = new ArrayDeque<>();
    private Map<String, String> prefixes = new LinkedHashMap<>();
    private @Nullable Locator locator; // null until the parser starts
    private int ordinal;
    private int leftOutDepth;
    private boolean atEnd;

    /**
     * @param visitor sees each element before the next handler does and says whether to pass it on
     */
    ElementTrail(
            SourceText source,
            LeftOut leftOut,
            ContentHandler next,
            Predicate<SourceElement> visitor) {
        this.source = source;
        this.leftOut = leftOut;
        this.next = next;
        this.visitor = visitor;
    }

    /** The innermost element that the parser is in. */
    Optional<SourceElement> current() {
        return Optional.ofNullable(open.peek());
    }

    /** Whether the last event was the current element's end, which judges its content. */
    boolean atEnd() {
        return atEnd;
    }

    /** The JDK's scanner does not say where it gives up, as it does at a DOCTYPE between elements. */
    SAXParseException placed(SAXException e) {
        return e instanceof SAXParseException placed
                ? placed
                : new SAXParseException("markup that has no place here", locator, e);
    }

    @Override
    public void setDocumentLocator(Locator documentLocator) {
        locator = documentLocator;
        next.setDocumentLocator(documentLocator);
    }

    @Override
    public void startDocument() throws SAXException {
        next.startDocument();
    }

    @Override
    public void endDocument() throws SAXException {
        next.endDocument();
    }

    @Override
    public void startPrefixMapping(String prefix, String uri) {
        prefixes.put(prefix, uri);
    }

    @Override
    public void startElement(String uri, String local, String name, Attributes attributes)
            throws SAXException {
        int number = ordinal++;
        Map<String, String> own = prefixes;
        prefixes = new LinkedHashMap<>();
        if (leftOutDepth > 0 || leftOut.hasElement(number)) {
            leftOutDepth++;
            return;
        }
        SourceElement element = element(new QName(uri, local), name, number, own, attributes);
        open.push(element);
        atEnd = false;
        if (!visitor.test(element)) {
            open.pop();
            leftOutDepth++;
            return;
        }
        declared.push(own);
        for (Map.Entry<String, String> prefix : own.entrySet()) {
            next.startPrefixMapping(prefix.getKey(), prefix.getValue());
        }
        next.startElement(uri, local, name, remaining(number, attributes));
    }

    private SourceElement element(
            QName type, String name, int number, Map<String, String> own, Attributes attributes)
            throws SAXException {
        if (open.size() == MAX_DEPTH) {
            throw new SAXParseException(
                    "elements are nested more than " + MAX_DEPTH + " deep", locator);
        }
        if (locator instanceof Locator2 at && "1.1".equals(at.getXMLVersion())) {
            // It counts other characters as ends of lines, and nobody uses it.
            throw new SAXParseException("XML 1.1 is refused, expected XML 1.0", locator);
        }
        return new SourceElement(
                source, leftOut, open.peek(), type, name, number, own, map(attributes));
    }

    private static Map<String, String> map(Attributes attributes) {
        // Most have one or none, and a document has thousands of elements.
        if (attributes.getLength() == 0) {
            return Map.of();
        }
        if (attributes.getLength() == 1) {
            return Map.of(attributes.getQName(0), attributes.getValue(0));
        }
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < attributes.getLength(); i++) {
            map.put(attributes.getQName(i), attributes.getValue(i));
        }
        return map;
    }

    private Attributes remaining(int number, Attributes attributes) {
        if (leftOut.isEmpty()) {
            return attributes;
        }
        var remaining = new AttributesImpl(attributes);
        for (int i = remaining.getLength() - 1; i >= 0; i--) {
            if (leftOut.hasAttribute(number, remaining.getQName(i))) {
                remaining.removeAttribute(i);
            }
        }
        return remaining;
    }

    @Override
    public void endElement(String uri, String local, String name) throws SAXException {
        if (leftOutDepth > 0) {
            leftOutDepth--;
            return;
        }
        atEnd = true;
        next.endElement(uri, local, name);
        open.pop();
        for (String prefix : declared.pop().keySet()) {
            next.endPrefixMapping(prefix);
        }
    }

    @Override
    public void characters(char[] buffer, int start, int length) throws SAXException {
        if (leftOutDepth == 0) {
            open.element().append(buffer, start, length);
            next.characters(buffer, start, length);
        }
    }
}
