package dev.vsh.domain.xml;

import java.util.ArrayList;
import java.util.List;

/**
 * An element directly in {@code <metadata>}.
 *
 * @param name as written, with its prefix
 * @param namespace empty if it has none
 */
record MetadataChild(String name, String namespace) {
    static List<MetadataChild> of(XmlNode.Element parent) {
        List<MetadataChild> children = new ArrayList<>();
        for (XmlNode node : parent.children()) {
            if (node instanceof XmlNode.Element child) {
                children.add(new MetadataChild(child.name(), namespace(child, parent)));
            }
        }
        return children;
    }

    private static String namespace(XmlNode.Element child, XmlNode.Element parent) {
        int colon = child.name().indexOf(':');
        String declaration = colon < 0 ? "xmlns" : "xmlns:" + child.name().substring(0, colon);
        return child.attribute(declaration).or(() -> parent.attribute(declaration)).orElse("");
    }
}
