package dev.vsh.domain.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Random;

/** Where problems are said to be, and that what is kept verbatim is cut out of the text at the right places. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PositionTest {
    private static final String CONTENT =
            "<name>a</name><memory>1024</memory><os><type>exe</type><init>/init</init></os>";

    private final DomainXmlReader reader = DomainXmlReader.create();

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void everyKindOfLineEndCountsOnce(String end) {
        String document =
                String.join(
                        end,
                        "<domain type='lxc'>",
                        CONTENT,
                        "",
                        "  <foo",
                        "   a='1'",
                        "  />",
                        "</domain>");
        assertEquals(List.of("4:3"), places(document));
    }

    @Test
    void byteOrderMarkAndDeclarationAreNoHindrance() {
        String document =
                "\uFEFF<?xml version='1.0' encoding='UTF-16'?>\n<domain type='lxc'><foo/>"
                        + CONTENT
                        + "</domain>";
        assertEquals(List.of("2:20"), places(document));
    }

    @Test
    void tabsAndWideCharactersAreOneColumnEach() {
        String document =
                "<domain type='lxc'>" + CONTENT + "\n\t<!-- é漢 --><title>é</title><foo/></domain>";
        assertEquals(List.of("2:29"), places(document));
    }

    @Test
    void greaterThanInAnAttributeEndsNoTag() {
        String document =
                "<domain type='lxc'>\n"
                        + CONTENT
                        + "\n<currentMemory unit='a>b'>x</currentMemory></domain>";
        assertEquals(List.of("3:1", "3:1"), places(document));
    }

    /** The parser reads in pieces of a few thousand characters; no place may be off where one ends. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void verbatimPartsAreCutExactly(long seed) {
        var random = new Random(seed);
        var document = new StringBuilder("<domain type='lxc'>" + CONTENT + "<devices>");
        var expected = new StringBuilder();
        for (int i = 0; i < 400; i++) {
            document.append(filling(random));
            String graphics =
                    "<graphics type='%d'><x y='%s'/></graphics>".formatted(i, word(random));
            document.append(graphics);
            expected.append(NormalForm.print(Fragment.parse(graphics)));
        }
        document.append("</devices></domain>");
        var actual = new StringBuilder();
        reader.read(document.toString(), "long.xml", true)
                .unsupported()
                .forEach(element -> actual.append(element.xml()).append('\n'));
        assertEquals(expected.toString(), actual.toString());
    }

    private static String filling(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> "\n".repeat(random.nextInt(5));
            case 1 -> "\r\n\t ".repeat(random.nextInt(5));
            case 2 -> "<!--" + "c ".repeat(random.nextInt(300)) + "-->";
            case 3 -> "<!-- " + "😀".repeat(random.nextInt(50)) + " -->";
            case 4 -> "<?pi some data?>";
            default -> "<!-- é漢 " + "> \r".repeat(random.nextInt(40)) + "-->";
        };
    }

    private static String word(Random random) {
        return "😀é>&amp;x".repeat(random.nextInt(20));
    }

    private List<String> places(String document) {
        var invalid =
                assertThrows(
                        InvalidDocumentException.class,
                        () -> reader.read(document, "places.xml", true));
        assertTrue(invalid.stage() != InvalidDocumentException.Stage.NOT_WELL_FORMED);
        return invalid.problems().stream()
                .map(problem -> problem.line() + ":" + problem.column())
                .toList();
    }
}
