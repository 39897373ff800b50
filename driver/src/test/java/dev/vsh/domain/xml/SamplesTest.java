package dev.vsh.domain.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.domain.DomainDefinition;
import dev.vsh.schema.DomainXml;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.xmlunit.builder.DiffBuilder;
import org.xmlunit.builder.Input;
import org.xmlunit.diff.Diff;
import org.xmlunit.diff.DifferenceEvaluators;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Every file of {@code xml-samples}: the valid ones survive being read and written, the invalid ones have the problems
 * that their first comment lists after "expected:", one a line.
 */
final class SamplesTest {
    private static final Path FOLDER = Path.of("..", "xml-samples");
    private static final String INVALID = "-invalid.xml";

    private final DomainGrammar grammar = new DomainGrammar();
    private final DomainXmlReader reader = TestingDefaults.reader(grammar);
    private final DomainXmlWriter writer = new DomainXmlWriter(grammar);
    private final Agreement<DomainXml> agreement = new Agreement<>(grammar);

    @TestFactory
    Stream<DynamicTest> validSamplesSurvive() throws IOException {
        return samples(false)
                .map(file -> DynamicTest.dynamicTest(name(file), () -> survives(file)));
    }

    @TestFactory
    Stream<DynamicTest> invalidSamplesHaveTheirProblems() throws IOException {
        return samples(true).map(file -> DynamicTest.dynamicTest(name(file), () -> fails(file)));
    }

    private void survives(Path file) throws IOException {
        String document = Files.readString(file);
        DomainDefinition definition = reader.read(document, name(file), true);
        String written = writer.write(definition);
        assertTrue(agreement.takesPlainly(document));
        assertTrue(agreement.takesPlainly(written));
        DomainDefinition again = reader.read(written, "(written)", true);
        assertEquals(definition, again);
        assertEquals(written, writer.write(again));
        assertContains(document, written);
    }

    /** Whatever a valid sample says is in the normal form, too, which adds defaults and order. */
    private static void assertContains(String document, String written) {
        Diff diff =
                DiffBuilder.compare(Input.fromString(NormalizedSample.of(document)))
                        .withTest(Input.fromString(NormalizedSample.of(written)))
                        .checkForSimilar()
                        .ignoreComments()
                        .ignoreWhitespace()
                        .withNodeMatcher(NormalizedSample.matcher())
                        .withDifferenceEvaluator(
                                DifferenceEvaluators.chain(
                                        DifferenceEvaluators.Default, NormalizedSample::onlyAdded))
                        .build();
        assertFalse(diff.hasDifferences(), diff::toString);
    }

    private void fails(Path file) throws IOException {
        String document = Files.readString(file);
        agreement.takesPlainly(document);
        var invalid =
                assertThrows(
                        InvalidDocumentException.class,
                        () -> reader.read(document, name(file), true));
        assertEquals(
                expected(document), invalid.problems().stream().map(XmlProblem::toString).toList());
    }

    private static List<String> expected(String document) {
        int start = document.indexOf("expected:") + "expected:".length();
        return Arrays.stream(document.substring(start, document.indexOf("-->")).split("\n"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static Stream<Path> samples(boolean invalid) throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files
                    .filter(file -> name(file).endsWith(".xml"))
                    .filter(file -> name(file).endsWith(INVALID) == invalid)
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
