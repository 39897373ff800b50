package dev.vsh.domain.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A piece of XML as it will be printed; names carry their prefixes. */
sealed interface XmlNode {
    record Element(String name, List<Attribute> attributes, List<XmlNode> children)
            implements XmlNode {
        public Element {
            attributes = List.copyOf(attributes);
            children = List.copyOf(children);
        }

        Optional<String> attribute(String attribute) {
            return attributes.stream()
                    .filter(candidate -> candidate.name().equals(attribute))
                    .map(Attribute::value)
                    .findFirst();
        }

        Element withAttribute(String attribute, String value) {
            List<Attribute> all = new ArrayList<>(attributes);
            all.add(new Attribute(attribute, value));
            return new Element(name, all, children);
        }

        Element withFirstChild(XmlNode child) {
            List<XmlNode> all = new ArrayList<>(List.of(child));
            all.addAll(children);
            return new Element(name, attributes, all);
        }
    }

    record Attribute(String name, String value) {}

    record Text(String value) implements XmlNode {}

    record CharacterData(String value) implements XmlNode {}

    record Comment(String value) implements XmlNode {}

    record Instruction(String target, String data) implements XmlNode {}
}
