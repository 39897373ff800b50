package dev.vsh.domain.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.domain.xml.InvalidDocumentException.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Documents that want more than to describe a domain. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HostileDocumentTest {
    private static final String CONTENT =
            "<name>a</name><memory>1024</memory><os><type>exe</type><init>/init</init></os>";

    private final DomainXmlReader reader = DomainXmlReader.create();

    @Test
    void entitiesAreRefused(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "hunter2");
        String document =
                "<!DOCTYPE domain [<!ENTITY e SYSTEM '%s'>]>\n<domain type='lxc'>%s<title>&e;</title></domain>"
                        .formatted(secret.toUri(), CONTENT);
        assertEquals(
                List.of(
                        new XmlProblem(
                                1,
                                10,
                                "a DOCTYPE is refused: a domain has no use for entities and"
                                        + " external definitions")),
                refused(document, Stage.NOT_WELL_FORMED));
    }

    @Test
    void laughsAreNotMultiplied() {
        String laughs =
                """
                <!DOCTYPE domain [
                  <!ENTITY a "ha">
                  <!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
                  <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">
                ]>
                <domain type='lxc'><name>&c;</name></domain>
                """;
        assertEquals(1, refused(laughs, Stage.NOT_WELL_FORMED).size());
    }

    @Test
    void externalDefinitionsAreNotFetched() {
        String document =
                "<!DOCTYPE domain SYSTEM 'http://localhost:1/domain.dtd'><domain type='lxc'/>";
        assertEquals(1, refused(document, Stage.NOT_WELL_FORMED).size());
    }

    @Test
    void schemasThatTheDocumentNamesAreNotFetched() {
        String document =
                """
                <domain type='lxc' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'
                    xsi:noNamespaceSchemaLocation='http://localhost:1/evil.xsd'
                    xsi:schemaLocation='urn:evil http://localhost:1/evil.xsd'>%s</domain>
                """
                        .formatted(CONTENT);
        assertEquals("a", reader.read(document, "evil.xml", true).name());
    }

    @Test
    void typesThatTheDocumentNamesChangeNothing() {
        String document =
                """
                <domain type='lxc' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'>%s
                <title xsi:type='disk'>x</title></domain>
                """
                        .formatted(CONTENT);
        assertEquals(Stage.SCHEMA, failure(document).stage());
    }

    @Test
    void hugeDocumentsAreRefused() {
        String document =
                "<domain type='lxc'>" + CONTENT + " ".repeat(4 * 1024 * 1024) + "</domain>";
        assertEquals(
                List.of(new XmlProblem(1, 1, "the document is longer than 4194304 characters")),
                refused(document, Stage.NOT_WELL_FORMED));
    }

    @Test
    void deepDocumentsAreRefused() {
        String document =
                "<domain type='lxc'>"
                        + CONTENT
                        + "<metadata>"
                        + "<a xmlns='urn:a'>".repeat(300)
                        + "</a>".repeat(300)
                        + "</metadata></domain>";
        List<XmlProblem> problems = refused(document, Stage.NOT_WELL_FORMED);
        assertEquals("elements are nested more than 256 deep", problems.getFirst().message());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void manyUnknownElementsTakeNoTime(boolean validate) {
        String document = "<domain type='lxc'>" + CONTENT + "<x/>".repeat(200_000) + "</domain>";
        assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> {
                    if (validate) {
                        List<XmlProblem> problems = refused(document, Stage.SCHEMA);
                        assertEquals(101, problems.size());
                        assertEquals(
                                "too many problems: these are the first ones",
                                problems.getLast().message());
                    } else {
                        assertEquals("a", reader.read(document, "many.xml", false).name());
                    }
                });
    }

    @Test
    void longWordsAreNotCompared() {
        String word = "x".repeat(900);
        String document = "<domain type='lxc'>" + CONTENT + "<" + word + "/></domain>";
        assertTrue(refused(document, Stage.SCHEMA).getFirst().message().startsWith("<x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "<",
                "domain",
                "<a><b></a>",
                "<a b='1' b='2'/>",
                "\0",
                "<a>1<!DOCTYPE b></a>",
                "<a><b/><!DOCTYPE",
                "<?xml version='1.0'?>"
            })
    void whatIsNotXmlHasOneProblem(String document) {
        assertEquals(1, refused(document, Stage.NOT_WELL_FORMED).size());
    }

    @Test
    void otherVersionsOfXmlAreRefused() {
        String document = "<?xml version='1.1'?><domain type='lxc'>" + CONTENT + "</domain>";
        assertEquals(
                "XML 1.1 is refused, expected XML 1.0",
                refused(document, Stage.NOT_WELL_FORMED).getFirst().message());
    }

    private List<XmlProblem> refused(String document, Stage stage) {
        InvalidDocumentException invalid = failure(document);
        assertEquals(stage, invalid.stage());
        return invalid.problems();
    }

    private InvalidDocumentException failure(String document) {
        return assertThrows(
                InvalidDocumentException.class, () -> reader.read(document, "evil.xml", true));
    }
}
