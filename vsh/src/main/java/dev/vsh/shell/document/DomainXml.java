package dev.vsh.shell.document;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;

/** A domain document as a driver wrote it, open to questions. */
public final class DomainXml {
    private final Document document;

    /**
     * @param text well-formed, for it comes from a driver
     */
    public DomainXml(String text) {
        this.document = ParsedXml.of(text);
    }

    /** {@code <title>}. */
    public Optional<String> title() {
        return first("/domain/title");
    }

    /** The terminal device of the first console while the domain runs. */
    public Optional<String> consoleTerminal() {
        return first("/domain/devices/console/@tty")
                .or(() -> first("/domain/devices/console/source/@path"));
    }

    /** The names that {@code console --devname} takes, in order. */
    public List<String> consoleAliases() {
        return evaluate("/domain/devices/console/alias/@name").stream()
                .map(Node::getNodeValue)
                .toList();
    }

    /** The aliases of all devices, in the document's order. */
    public List<String> aliases() {
        return evaluate("/domain/devices/*/alias/@name").stream().map(Node::getNodeValue).toList();
    }

    /** The device that has an alias, as XML. */
    public Optional<String> device(String alias) {
        return evaluate("/domain/devices/*[alias]").stream()
                .filter(
                        node ->
                                attribute((Element) node, "alias", "name")
                                        .filter(alias::equals)
                                        .isPresent())
                .map(NodeText::of)
                .findFirst();
    }

    /** In the document's order. */
    public List<InterfaceXml> interfaces() {
        return evaluate("/domain/devices/interface").stream()
                .map(DomainXml::networkInterface)
                .toList();
    }

    /**
     * @param name of an interface's host's end, or its address
     */
    public Optional<BandwidthXml> bandwidth(String name) {
        return evaluate("/domain/devices/interface").stream()
                .filter(node -> networkInterface(node).isCalled(name))
                .findFirst()
                .map(node -> BandwidthXml.of((Element) node));
    }

    private static InterfaceXml networkInterface(Node node) {
        Element element = (Element) node;
        return new InterfaceXml(
                element.getAttribute("type"),
                attribute(element, "target", "dev"),
                attribute(element, "source", "network")
                        .or(() -> attribute(element, "source", "bridge"))
                        .or(() -> attribute(element, "source", "dev")),
                attribute(element, "model", "type"),
                attribute(element, "mac", "address"),
                attribute(element, "link", "state"));
    }

    private static Optional<String> attribute(Element parent, String child, String name) {
        NodeList children = parent.getElementsByTagName(child);
        return children.getLength() > 0 && children.item(0) instanceof Element found
                ? Optional.of(found.getAttribute(name)).filter(value -> !value.isEmpty())
                : Optional.empty();
    }

    /**
     * The nodes that an expression finds, each as XML.
     *
     * @throws XPathSyntaxException when it is none, or finds something else than nodes
     */
    public List<String> select(String expression) {
        List<String> found = new ArrayList<>();
        for (Node node : evaluate(expression)) {
            found.add(NodeText.of(node));
        }
        return found;
    }

    private Optional<String> first(String expression) {
        return evaluate(expression).stream().map(Node::getTextContent).findFirst();
    }

    private List<Node> evaluate(String expression) {
        try {
            NodeList nodes =
                    (NodeList)
                            XPathFactory.newDefaultInstance()
                                    .newXPath()
                                    .evaluate(expression, document, XPathConstants.NODESET);
            List<Node> list = new ArrayList<>();
            for (int i = 0; i < nodes.getLength(); i++) {
                list.add(nodes.item(i));
            }
            return list;
        } catch (XPathExpressionException e) {
            throw new XPathSyntaxException(expression, e);
        }
    }
}
