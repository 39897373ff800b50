package dev.vsh.domain.xml;

import java.util.ArrayList;
import java.util.List;

/** Takes out of a tree what is left out of the document that it was cut from. */
final class Pruning {
    private final LeftOut leftOut;
    private int next;

    /**
     * @param ordinal how many elements begin before the tree's root in the document
     */
    Pruning(LeftOut leftOut, int ordinal) {
        this.leftOut = leftOut;
        this.next = ordinal;
    }

    /** The tree's root is not left out itself. */
    XmlNode.Element prune(XmlNode.Element element) {
        int ordinal = next++;
        List<XmlNode.Attribute> attributes =
                element.attributes().stream()
                        .filter(attribute -> !leftOut.hasAttribute(ordinal, attribute.name()))
                        .toList();
        List<XmlNode> children = new ArrayList<>();
        for (XmlNode child : element.children()) {
            if (child instanceof XmlNode.Element inner) {
                boolean kept = !leftOut.hasElement(next);
                XmlNode.Element pruned = prune(inner);
                if (kept) {
                    children.add(pruned);
                }
            } else {
                children.add(child);
            }
        }
        return new XmlNode.Element(element.name(), attributes, children);
    }
}
