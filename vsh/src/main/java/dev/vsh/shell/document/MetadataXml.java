package dev.vsh.shell.document;

import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

/** A {@code <metadata>}: what programs have written into a domain's document, an element for each namespace. */
public final class MetadataXml {
    private static final String EMPTY = "<metadata/>";

    private final Document document;

    /**
     * @param text of the element; well-formed
     */
    public MetadataXml(Optional<String> text) {
        try {
            this.document = parse(text.orElse(EMPTY));
        } catch (SAXException e) {
            throw new IllegalStateException("a driver's document cannot be read", e);
        }
    }

    /** The element of a namespace, as if it were in none. */
    public Optional<String> element(String uri) {
        return of(uri).map(
                        element -> {
                            Document alone = builder().newDocument();
                            Element copy = (Element) alone.importNode(element, true);
                            alone.appendChild(copy);
                            strip(copy, uri);
                            return NodeText.of(alone.getDocumentElement());
                        });
    }

    /** The namespaces that have an element. */
    public List<String> uris() {
        return elements().stream()
                .map(Element::getNamespaceURI)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /**
     * The same with another element for a namespace.
     *
     * @param key prefix of the namespace
     * @param element as {@link #element} has it
     * @throws MetadataSyntaxException when it is no element
     */
    public Optional<String> with(String uri, String key, String element) {
        Node added = document.importNode(read(element), true);
        remove(uri);
        Node named = rename(added, uri, key);
        ((Element) named).setAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, "xmlns:" + key, uri);
        document.getDocumentElement().appendChild(named);
        return text();
    }

    /** The same without the element of a namespace. */
    public Optional<String> without(String uri) {
        remove(uri);
        return text();
    }

    private Optional<String> text() {
        return elements().isEmpty() ? Optional.empty() : Optional.of(NodeText.of(document));
    }

    private void remove(String uri) {
        of(uri).ifPresent(element -> document.getDocumentElement().removeChild(element));
    }

    private Optional<Element> of(String uri) {
        return elements().stream()
                .filter(element -> uri.equals(element.getNamespaceURI()))
                .findFirst();
    }

    private List<Element> elements() {
        List<Element> elements = new ArrayList<>();
        for (Node node : children(document.getDocumentElement())) {
            if (node instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }

    private static List<Node> children(Node parent) {
        List<Node> children = new ArrayList<>();
        for (int i = 0; i < parent.getChildNodes().getLength(); i++) {
            children.add(parent.getChildNodes().item(i));
        }
        return children;
    }

    private Node rename(Node node, String uri, String key) {
        if (!(node instanceof Element element) || element.getNamespaceURI() != null) {
            return node;
        }
        Node named = document.renameNode(element, uri, key + ":" + element.getTagName());
        children(named).forEach(child -> rename(child, uri, key));
        return named;
    }

    private static void strip(Element element, String uri) {
        NamedNodeMap attributes = element.getAttributes();
        List<Attr> declarations = new ArrayList<>();
        for (int i = 0; i < attributes.getLength(); i++) {
            if (attributes.item(i) instanceof Attr attribute
                    && XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI())
                    && attribute.getValue().equals(uri)) {
                declarations.add(attribute);
            }
        }
        declarations.forEach(element::removeAttributeNode);
        Node plain =
                uri.equals(element.getNamespaceURI())
                        ? element.getOwnerDocument()
                                .renameNode(element, null, element.getLocalName())
                        : element;
        for (Node child : children(plain)) {
            if (child instanceof Element below) {
                strip(below, uri);
            }
        }
    }

    private static Element read(String text) {
        try {
            return parse(text).getDocumentElement();
        } catch (SAXException e) {
            throw new MetadataSyntaxException(e);
        }
    }

    private static Document parse(String text) throws SAXException {
        try {
            return builder().parse(new InputSource(new StringReader(text)));
        } catch (IOException e) {
            throw new IllegalStateException("a text cannot be read", e);
        }
    }

    private static DocumentBuilder builder() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            // It would print what the exception says.
            builder.setErrorHandler(null);
            return builder;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("there is no XML parser", e);
        }
    }
}
