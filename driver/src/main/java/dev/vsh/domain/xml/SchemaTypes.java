package dev.vsh.domain.xml;

import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

/** The types that a schema and its parts define, read as plain XML: the validator keeps what it knows to itself. */
final class SchemaTypes {
    private static final String XS = XMLConstants.W3C_XML_SCHEMA_NS_URI;

    /**
     * @param base empty if there is none
     * @param elements name → type of the children; empty for the type of a root
     * @param required those of the children that may not be missing
     * @param open whether children of any name are accepted
     * @param attributes name → type, without those of the base
     */
    record Type(
            String base,
            String documentation,
            List<String> values,
            Map<String, String> elements,
            List<String> required,
            boolean open,
            Map<String, String> attributes) {}

    private static final Type NONE =
            new Type("", "", List.of(), Map.of(), List.of(), false, Map.of());

    private final Map<String, Type> types = new HashMap<>();
    private final Map<String, String> roots = new HashMap<>();
    private final Map<String, List<String>> substitutes = new HashMap<>();
    private final Set<String> loaded = new HashSet<>();

    private SchemaTypes() {}

    static SchemaTypes load(URL schema) {
        var types = new SchemaTypes();
        types.load(schema.toString());
        return types;
    }

    Set<String> names() {
        return types.keySet();
    }

    Type type(String name) {
        return types.getOrDefault(name, NONE);
    }

    /** Name → type of the elements that are defined outside of any other. */
    Map<String, String> roots() {
        return roots;
    }

    /** The elements that may stand for the one of that name: itself, unless it is abstract. */
    List<String> substitutes(String element) {
        return substitutes.getOrDefault(element, List.of(element));
    }

    Map<String, String> attributes(Type type) {
        Map<String, String> attributes = new LinkedHashMap<>(type.attributes());
        if (!type.base().isEmpty()) {
            attributes.putAll(attributes(type(type.base())));
        }
        return attributes;
    }

    /** The names of the elements that have the type. */
    Set<String> elementsOfType(String type) {
        var names = new TreeSet<String>();
        for (Type parent : types.values()) {
            parent.elements()
                    .forEach((name, of) -> names.addAll(of.equals(type) ? Set.of(name) : Set.of()));
        }
        roots.forEach((name, of) -> names.addAll(of.equals(type) ? Set.of(name) : Set.of()));
        return names;
    }

    /** A value of the type, in words: {@code a number from 1 to 65535}, {@code one of: yes, no}. */
    String expected(String name) {
        Type type = type(name);
        if (!type.documentation().isEmpty()) {
            return type.documentation();
        }
        if (!type.values().isEmpty()) {
            return type.values().size() == 1
                    ? "'" + type.values().getFirst() + "'"
                    : "one of: " + String.join(", ", type.values());
        }
        return type.base().isEmpty() ? "another value" : expected(type.base());
    }

    private void load(String schema) {
        if (!loaded.add(schema)) {
            return;
        }
        String folder = schema.substring(0, schema.lastIndexOf('/') + 1);
        for (Element element : elements(parse(schema).getChildNodes())) {
            switch (element.getLocalName()) {
                case "include", "import" -> load(folder + element.getAttribute("schemaLocation"));
                case "simpleType", "complexType" ->
                        types.put(element.getAttribute("name"), read(element));
                case "element" -> addRoot(element);
                default -> {}
            }
        }
    }

    private void addRoot(Element element) {
        String name = element.getAttribute("name");
        roots.put(name, element.getAttribute("type"));
        String head = element.getAttribute("substitutionGroup");
        if (!head.isEmpty()) {
            substitutes.computeIfAbsent(head, _ -> new ArrayList<>()).add(name);
        }
    }

    private static Type read(Element type) {
        return new Type(
                base(type),
                first(type, "documentation").strip().replaceAll("\\s+", " "),
                descendants(type, "enumeration").stream()
                        .map(e -> e.getAttribute("value"))
                        .toList(),
                typesByName(type, "element"),
                required(type),
                !descendants(type, "any").isEmpty(),
                typesByName(type, "attribute"));
    }

    private static String base(Element type) {
        for (String derivation : List.of("restriction", "extension")) {
            for (Element e : descendants(type, derivation)) {
                return e.getAttribute("base");
            }
        }
        return "";
    }

    private static String first(Element type, String name) {
        return descendants(type, name).stream().findFirst().map(Element::getTextContent).orElse("");
    }

    private static Map<String, String> typesByName(Element type, String kind) {
        Map<String, String> types = new LinkedHashMap<>();
        for (Element e : descendants(type, kind)) {
            String name = e.hasAttribute("ref") ? e.getAttribute("ref") : e.getAttribute("name");
            types.put(name, e.getAttribute("type"));
        }
        return types;
    }

    private static List<String> required(Element type) {
        return descendants(type, "element").stream()
                .filter(e -> !e.getAttribute("minOccurs").equals("0"))
                .filter(e -> !e.getParentNode().getLocalName().equals("choice"))
                .map(e -> e.getAttribute("name"))
                .toList();
    }

    private static List<Element> descendants(Element element, String name) {
        return elements(element.getElementsByTagNameNS(XS, name));
    }

    private static List<Element> elements(NodeList nodes) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }

    private static Element parse(String schema) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            return factory.newDocumentBuilder().parse(schema).getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("cannot parse the schema " + schema, e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the schema " + schema, e);
        }
    }
}
