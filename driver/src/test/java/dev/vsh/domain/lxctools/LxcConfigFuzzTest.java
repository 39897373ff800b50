package dev.vsh.domain.lxctools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;

import dev.vsh.domain.DomainDefinition;
import dev.vsh.domain.xml.InvalidDocumentException;
import dev.vsh.domain.xml.InvalidDocumentException.Stage;
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
 * Whatever is converted: a definition that a document can hold and LXC can be told, or a problem. {@code
 * src/bench/fuzz} looks for inputs of which that is not true; without it the configurations of the other tests are
 * read, and what it once found.
 */
final class LxcConfigFuzzTest {
    private static final Duration LONG = Duration.ofSeconds(5);

    private final Conversion conversion = new Conversion();

    static Stream<Arguments> configurations() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/lxctools"))) {
            return files
                    .filter(file -> file.toString().endsWith(".conf"))
                    .sorted()
                    .map(LxcConfigFuzzTest::configuration)
                    .toList()
                    .stream();
        }
    }

    private static Arguments configuration(Path file) {
        try {
            return Arguments.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Loading classes takes its time, the more so when each is instrumented. */
    @BeforeAll
    static void load() throws IOException {
        configurations()
                .forEach(
                        seed ->
                                new LxcConfigFuzzTest()
                                        .convert(
                                                new String(
                                                        (byte[]) seed.get()[0],
                                                        StandardCharsets.UTF_8)));
    }

    @MethodSource("configurations")
    @DictionaryFile(resourcePath = "lxc.dictionary")
    @FuzzTest(maxDuration = "10m")
    void configurationIsConvertedOrRefused(byte[] configuration) {
        String text = new String(configuration, StandardCharsets.UTF_8);
        ProcessorTime.atMost(LONG, () -> convert(text));
    }

    private void convert(String text) {
        try {
            isTheSameInXml(conversion.read(text).definition());
        } catch (InvalidConfigException e) {
            assertFalse(e.problems().isEmpty());
            assertTrue(
                    e.problems().stream().allMatch(problem -> problem.startsWith("web.conf:")),
                    e::getMessage);
        } catch (InvalidDocumentException e) {
            // What a document could say, and no domain can be: the driver's last look refuses it.
            assertNotEquals(Stage.NOT_WELL_FORMED, e.stage(), e::getMessage);
        }
    }

    /** But for the architecture: a configuration may leave it open, and a document is for one. */
    private void isTheSameInXml(DomainDefinition definition) {
        String document = conversion.document(definition);
        DomainDefinition again = conversion.definition(document);
        String architecture = again.init().architecture().orElseThrow();
        assertEquals(
                document.replace("<type>", "<type arch='" + architecture + "'>"),
                conversion.document(again));
        assertEquals(again, conversion.definition(conversion.document(again)));
        assertFalse(conversion.write(definition).text().isEmpty());
    }
}
