package dev.vsh.domain.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;

import dev.vsh.domain.DomainDefinition;
import dev.vsh.schema.DomainXml;
import dev.vsh.testing.ProcessorTime;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * Whatever is read: a definition whose document reads back as the same, or a problem with its place. {@code
 * src/bench/fuzz} looks for inputs of which that is not true; without it the samples are read, and what it once found.
 */
final class DomainXmlFuzzTest {
    private static final Duration LONG = Duration.ofSeconds(5);

    private final DomainGrammar grammar = new DomainGrammar();
    private final Agreement<DomainXml> agreement = new Agreement<>(grammar);
    private final DomainXmlReader reader = TestingDefaults.reader(grammar);
    private final DomainXmlWriter writer = new DomainXmlWriter(grammar);

    static Stream<Arguments> samples() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("..", "xml-samples"))) {
            return files
                    .filter(Files::isRegularFile)
                    .sorted()
                    .map(DomainXmlFuzzTest::sample)
                    .toList()
                    .stream();
        }
    }

    private static Arguments sample(Path file) {
        try {
            return Arguments.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Loading classes takes its time, the more so when each is instrumented. */
    @BeforeAll
    static void load() throws IOException {
        samples()
                .forEach(
                        seed ->
                                new DomainXmlFuzzTest()
                                        .read(
                                                new String(
                                                        (byte[]) seed.get()[0],
                                                        StandardCharsets.UTF_8),
                                                true));
    }

    @MethodSource("samples")
    @DictionaryFile(resourcePath = "domain.dictionary")
    @FuzzTest(maxDuration = "10m")
    void documentIsReadOrRefused(byte[] document) {
        String text = new String(document, StandardCharsets.UTF_8);
        ProcessorTime.atMost(LONG, () -> read(text, true));
        ProcessorTime.atMost(LONG, () -> read(text, false));
        agreement.takesPlainly(text);
    }

    private void read(String text, boolean validate) {
        try {
            isTheSameAgain(reader.read(text, "fuzz", validate));
        } catch (InvalidDocumentException e) {
            assertFalse(e.problems().isEmpty());
            assertTrue(
                    e.problems().stream()
                            .allMatch(problem -> problem.line() > 0 && problem.column() > 0),
                    e::getMessage);
        }
    }

    private void isTheSameAgain(DomainDefinition definition) {
        String written = writer.write(definition);
        DomainDefinition again;
        try {
            again = reader.read(written, "written", true);
        } catch (InvalidDocumentException e) {
            throw new AssertionError("what was written is not valid: " + written, e);
        }
        assertEquals(definition, again);
        assertEquals(written, writer.write(again));
    }
}
