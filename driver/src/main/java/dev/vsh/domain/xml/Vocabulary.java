package dev.vsh.domain.xml;

import static java.util.stream.Collectors.toSet;

import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What the schemas say in words: which elements and attributes there are and what a value should be. Messages are made
 * of it, so it is only loaded once something is wrong. Elements are named by their path: {@code /domain/os/init}.
 */
final class Vocabulary {
    private final SchemaTypes types;

    private Vocabulary(SchemaTypes types) {
        this.types = types;
    }

    /** Reads the schema and those that it includes or imports. */
    static Vocabulary of(URL schema) {
        return new Vocabulary(SchemaTypes.load(schema));
    }

    /** The children that the element may have, in the normal form's order. */
    List<String> elementsOf(String path) {
        List<String> names = new ArrayList<>();
        for (String name : type(path).elements().keySet()) {
            names.addAll(types.substitutes(name));
        }
        return names;
    }

    /** Tells the names that the element's children cannot have. */
    Predicate<String> unknownIn(String path) {
        SchemaTypes.Type type = type(path);
        if (type.open()) {
            return _ -> false;
        }
        Set<String> known = elementsOf(path).stream().map(Vocabulary::local).collect(toSet());
        return name -> !known.contains(local(name));
    }

    /** Whether the element is kept as it is. */
    boolean isOpaque(String path) {
        return typeName(path).equals("opaque");
    }

    /** The children that the element must have. */
    List<String> requiredIn(String path) {
        return type(path).required();
    }

    List<String> attributesOf(String path) {
        return List.copyOf(types.attributes(type(path)).keySet());
    }

    /** What the element's text should be. */
    String expectedIn(String path) {
        return types.expected(typeName(path));
    }

    /** What the attribute's value should be. */
    String expectedIn(String path, String attribute) {
        return types.expected(types.attributes(type(path)).getOrDefault(attribute, ""));
    }

    /** The one element whose children may have the name, if there is just one. */
    Optional<String> onlyParentOf(String element) {
        var parents = new TreeSet<String>();
        types.names().stream()
                .filter(name -> types.type(name).elements().containsKey(element))
                .forEach(name -> parents.addAll(types.elementsOfType(name)));
        return parents.size() == 1 ? Optional.of(parents.first()) : Optional.empty();
    }

    private SchemaTypes.Type type(String path) {
        return types.type(typeName(path));
    }

    private String typeName(String path) {
        String type = "";
        Map<String, String> elements = types.roots();
        for (String name : path.substring(1).split("/", -1)) {
            type = typeIn(elements, local(name));
            elements = types.type(type).elements();
        }
        return type;
    }

    private String typeIn(Map<String, String> elements, String name) {
        return elements.entrySet().stream()
                .filter(element -> local(element.getKey()).equals(name))
                .map(Map.Entry::getValue)
                .filter(type -> !type.isEmpty())
                .findFirst()
                .orElseGet(() -> types.roots().getOrDefault(name, ""));
    }

    /** Documents are free to choose their prefixes. */
    private static String local(String name) {
        return name.substring(name.indexOf(':') + 1);
    }
}
