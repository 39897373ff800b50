package dev.vsh.domain.xml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Builds a tree of {@link XmlNode}s from the starts and ends of elements. */
final class NodeStack {
    private record Open(String name, List<XmlNode.Attribute> attributes, List<XmlNode> children) {}

    private final Deque<Open> open = new ArrayDeque<>();
    private final List<XmlNode> roots = new ArrayList<>();

    void start(String name, List<XmlNode.Attribute> attributes) {
        open.push(new Open(name, attributes, new ArrayList<>()));
    }

    void end() {
        Open done = open.pop();
        add(new XmlNode.Element(done.name(), done.attributes(), done.children()));
    }

    void add(XmlNode node) {
        siblings().add(node);
    }

    /** SAX may split a text; the pieces are joined again. */
    void text(String text) {
        List<XmlNode> siblings = siblings();
        if (!siblings.isEmpty() && siblings.getLast() instanceof XmlNode.Text(String before)) {
            siblings.set(siblings.size() - 1, new XmlNode.Text(before + text));
        } else {
            siblings.add(new XmlNode.Text(text));
        }
    }

    XmlNode.Element root() {
        return (XmlNode.Element) roots.getLast();
    }

    private List<XmlNode> siblings() {
        Open parent = open.peek();
        return parent == null ? roots : parent.children();
    }
}
