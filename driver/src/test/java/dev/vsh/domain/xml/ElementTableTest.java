package dev.vsh.domain.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vsh.testing.ElementTable;

import org.junit.jupiter.api.Test;

import java.util.Set;
import java.util.TreeSet;

/** The table of elements has a row for everything that the schemas let a document say. */
final class ElementTableTest {
    private static final String NAMESPACES =
            " xmlns:lxc='http://libvirt.org/schemas/domain/lxc/1.0'"
                    + " xmlns:vsh='http://vsh.dev/schemas/domain/1.0'";

    private final Vocabulary vocabulary = new DomainGrammar().vocabulary();

    @Test
    void everyElementAndAttributeHasARow() {
        Set<String> missing = new TreeSet<>();
        known("/domain", missing);
        // Every document has the one, and only that of a running domain the other.
        missing.removeAll(Set.of("/domain/@type", "/domain/@id"));
        for (ElementTable.Row row : ElementTable.read().rows()) {
            // A prefix is bound where the fragment begins.
            String fragment = row.fragment().replaceFirst("(?=/?>)", NAMESPACES);
            said("/domain", Fragment.parse(fragment), missing);
        }
        assertEquals(Set.of(), missing);
    }

    private void known(String path, Set<String> paths) {
        vocabulary.attributesOf(path).forEach(attribute -> paths.add(path + "/@" + attribute));
        for (String element : vocabulary.elementsOf(path)) {
            String child = path + "/" + local(element);
            // A capability is like the other; their names are in the schema only.
            if (!path.endsWith("/capabilities") && paths.add(child)) {
                known(child, paths);
            }
        }
    }

    private static void said(String parent, XmlNode.Element element, Set<String> paths) {
        String path = parent + "/" + local(element.name());
        paths.remove(path);
        element.attributes()
                .forEach(attribute -> paths.remove(path + "/@" + local(attribute.name())));
        element.children().stream()
                .filter(XmlNode.Element.class::isInstance)
                .forEach(child -> said(path, (XmlNode.Element) child, paths));
    }

    private static String local(String name) {
        return name.substring(name.indexOf(':') + 1);
    }
}
