package dev.vsh.domain.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.network.NetworkDefinition;
import dev.vsh.schema.NetworkXml;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Every file of {@code xml-samples/networks}, as {@link SamplesTest} does with domains. */
final class NetworkSamplesTest {
    private static final Path FOLDER = Path.of("..", "xml-samples", "networks");
    private static final String INVALID = "-invalid.xml";
    private static final UUID ID = UUID.fromString("dd8fe884-6c02-601e-7551-cca97df1c5df");

    private final NetworkGrammar grammar = new NetworkGrammar();
    private final NetworkXmlReader reader = new NetworkXmlReader(grammar, () -> ID);
    private final NetworkXmlWriter writer = new NetworkXmlWriter(grammar);
    private final Agreement<NetworkXml> agreement = new Agreement<>(grammar);

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
        NetworkDefinition network = reader.read(Files.readString(file), name(file), true);
        String written = writer.write(network);
        assertTrue(agreement.takesPlainly(Files.readString(file)));
        assertTrue(agreement.takesPlainly(written));
        NetworkDefinition again = reader.read(written, "(written)", true);
        assertEquals(network, again);
        assertEquals(written, writer.write(again));
    }

    private void fails(Path file) throws IOException {
        String document = Files.readString(file);
        agreement.takesPlainly(document);
        InvalidDocumentException invalid =
                assertThrows(
                        InvalidDocumentException.class,
                        () -> reader.read(document, name(file), true));
        List<String> expected =
                document.substring(document.indexOf("expected:") + 9, document.indexOf("-->"))
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
        assertEquals(expected, invalid.problems().stream().map(XmlProblem::toString).toList());
    }

    private static Stream<Path> samples(boolean invalid) throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files
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
