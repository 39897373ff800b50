package dev.vsh.domain.xml;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import javax.xml.namespace.QName;

/** An element where it stands in the document. */
final class SourceElement {
    private final SourceText source;
    private final LeftOut leftOut;
    private final @Nullable SourceElement parent; // null for the root
    private final QName type;
    private final String name;
    private final int ordinal;
    private final boolean first;
    private final Map<String, String> prefixes;
    private final Map<String, String> attributes;
    private final StringBuilder text = new StringBuilder();

    /** Of an element without children it stays what it is: of those a document has the most. */
    private Set<QName> childNames = Set.of();

    private @Nullable String path; // null until asked for

    /**
     * @param type the name with the namespace instead of the prefix
     * @param ordinal how many elements begin before this one in the document
     * @param prefixes the namespaces that this element declares
     */
    SourceElement(
            SourceText source,
            LeftOut leftOut,
            @Nullable SourceElement parent,
            QName type,
            String name,
            int ordinal,
            Map<String, String> prefixes,
            Map<String, String> attributes) {
        this.source = source;
        this.leftOut = leftOut;
        this.parent = parent;
        this.type = type;
        this.name = name;
        this.ordinal = ordinal;
        this.prefixes = Map.copyOf(prefixes);
        this.attributes = Map.copyOf(attributes);
        this.first = parent == null || parent.addChild(type);
    }

    private boolean addChild(QName child) {
        if (childNames.isEmpty()) {
            childNames = new HashSet<>();
        }
        return childNames.add(child);
    }

    /** Whether there is no other of the same name before this one in the parent. */
    boolean isFirst() {
        return first;
    }

    boolean hasChild(String child) {
        return childNames.contains(new QName(child));
    }

    void append(char[] buffer, int from, int length) {
        text.append(buffer, from, length);
    }

    Optional<SourceElement> parent() {
        return Optional.ofNullable(parent);
    }

    String name() {
        return name;
    }

    /** The name without its prefix, which documents are free to choose. */
    String localName() {
        return type.getLocalPart();
    }

    int ordinal() {
        return ordinal;
    }

    /** By their names as written, prefixes included. */
    Map<String, String> attributes() {
        return attributes;
    }

    /** The text directly in this element, as far as it has been read. */
    String text() {
        return text.toString();
    }

    /** The names of the elements around this one and its own: {@code /domain/os/init}. */
    String path() {
        String known = path;
        if (known == null) {
            known = (parent == null ? "" : parent.path()) + "/" + name;
            path = known;
        }
        return known;
    }

    XmlProblem problem(String message) {
        return source.problem(source.start(ordinal), message);
    }

    /** The whole element without what is left out, and with the namespaces that it takes from the elements around it. */
    XmlNode.Element tree() {
        String slice = source.element(ordinal);
        XmlNode.Element element = new Pruning(leftOut, ordinal).prune(Fragment.parse(slice));
        for (Map.Entry<String, String> inherited : inheritedPrefixes().entrySet()) {
            if (slice.contains(inherited.getKey() + ":")) {
                String declaration = "xmlns:" + inherited.getKey();
                element = element.withAttribute(declaration, inherited.getValue());
            }
        }
        return element;
    }

    private Map<String, String> inheritedPrefixes() {
        Map<String, String> inherited = new LinkedHashMap<>();
        for (SourceElement e = parent; e != null; e = e.parent) {
            e.prefixes.forEach(inherited::putIfAbsent);
        }
        inherited.keySet().removeAll(prefixes.keySet());
        inherited.remove("");
        return inherited;
    }
}
