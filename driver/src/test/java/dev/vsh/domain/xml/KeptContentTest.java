package dev.vsh.domain.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Whatever the schemas accept without a meaning is kept: no table of the code may miss an element of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class KeptContentTest {
    /** Parents, and what must be in them for the document to be valid. */
    private static final Map<String, String> PARENTS =
            Map.of(
                    "/domain", "",
                    "/domain/cputune", "",
                    "/domain/numatune", "",
                    "/domain/resource", "",
                    "/domain/features", "",
                    "/domain/devices", "",
                    "/domain/devices/console", "",
                    "/domain/devices/filesystem", "<source dir='/a'/><target dir='/a'/>",
                    "/domain/devices/interface", "<source bridge='br0'/>",
                    "/domain/devices/disk", "<target dev='vda'/>");

    private static final String CONTENT =
            "<name>a</name><memory>1024</memory><os><type>exe</type><init>/init</init></os>";

    private final DomainGrammar grammar = new DomainGrammar();
    private final DomainXmlReader reader = DomainXmlReader.create(grammar);
    private final DomainXmlWriter writer = new DomainXmlWriter(grammar);

    @TestFactory
    Stream<DynamicTest> everyOpaqueElementIsKept() {
        return PARENTS.keySet().stream()
                .sorted()
                .flatMap(parent -> opaque(parent).stream().map(child -> test(parent, child)));
    }

    private List<String> opaque(String parent) {
        Vocabulary vocabulary = grammar.vocabulary();
        return vocabulary.elementsOf(parent).stream()
                .filter(child -> vocabulary.isOpaque(parent + "/" + child))
                .toList();
    }

    private DynamicTest test(String parent, String child) {
        return DynamicTest.dynamicTest(parent + "/" + child, () -> isKept(parent, child));
    }

    private void isKept(String parent, String child) {
        String element =
                "<%s name='ua-x' zebra='1' apple='2'><p:y xmlns:p='urn:p'/></%s>"
                        .formatted(child, child);
        String document = document(parent, element);
        String written = writer.write(reader.read(document, "kept.xml", true));
        String kept = written.replaceAll("\\n\\s*", "");
        String normal = NormalForm.print(Fragment.parse(element)).replaceAll("\\n\\s*", "");
        assertTrue(kept.contains(normal), written);
        assertEquals(written, writer.write(reader.read(written, "again.xml", true)));
    }

    private static String document(String parent, String element) {
        var document = new StringBuilder(PARENTS.getOrDefault(parent, "") + element);
        String[] names = parent.substring(1).split("/", -1);
        for (int i = names.length - 1; i > 0; i--) {
            String type = names[i].equals("interface") ? " type='bridge'" : "";
            document.insert(0, "<" + names[i] + type + ">").append("</" + names[i] + ">");
        }
        return "<domain type='lxc'>" + CONTENT + document + "</domain>";
    }
}
