package dev.vsh.domain.lxctools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.vsh.domain.DomainDefinition;
import dev.vsh.testing.GoldenFile;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Every {@code lxctools/NAME.conf} converts into {@code NAME.out}: the document, the warnings, and what is written back.
 * {@code NAME-old.conf} says the same in the keys of LXC before 3.0, and {@code -Dgolden=write} writes the answers.
 */
final class ConfigGoldenTest {
    private static final Path FOLDER = Path.of("src/test/resources/lxctools");
    private static final Path SAMPLES = Path.of("..", "xml-samples");
    private static final String OLD = "-old";

    private final Conversion conversion = new Conversion();

    @TestFactory
    Stream<DynamicTest> configurationsConvert() throws IOException {
        return tests(
                name -> !name.endsWith(OLD),
                name -> new GoldenFile("lxctools/" + name + ".out").assertSays(answer(name)));
    }

    private String answer(String name) {
        ImportedDomain imported = conversion.read(file(name));
        ExportedConfig exported = conversion.write(imported.definition());
        return conversion.xml(imported.definition())
                + lines("## Warnings", imported.warnings())
                + "## Written back\n"
                + exported.text()
                + lines("## Warnings", exported.warnings());
    }

    private static String lines(String heading, List<String> lines) {
        return heading + "\n" + String.join("", lines.stream().map(line -> line + "\n").toList());
    }

    @TestFactory
    Stream<DynamicTest> oldNamesMeanTheSame() throws IOException {
        return tests(
                name -> name.endsWith(OLD),
                name -> {
                    String current = name.substring(0, name.length() - OLD.length());
                    assertEquals(
                            conversion.read(file(current)).definition(),
                            conversion.read(file(name)).definition());
                });
    }

    @TestFactory
    Stream<DynamicTest> whatIsWrittenBackConvertsToTheSame() throws IOException {
        return tests(
                _ -> true,
                name -> {
                    DomainDefinition once = conversion.read(file(name)).definition();
                    String written = conversion.write(once).text();
                    DomainDefinition twice = conversion.read(written, file(name)).definition();
                    assertEquals(conversion.xml(once), conversion.xml(twice));
                    assertEquals(written, conversion.write(twice).text());
                });
    }

    /** What LXC has no word for is lost, and named; what it has is still there after the way back and forth. */
    @TestFactory
    Stream<DynamicTest> samplesKeepWhatLxcHasWordsFor() throws IOException {
        List<Path> samples;
        try (Stream<Path> files = Files.list(SAMPLES)) {
            samples =
                    files.filter(file -> file.toString().endsWith(".xml"))
                            .filter(file -> !file.toString().endsWith("-invalid.xml"))
                            .sorted()
                            .toList();
        }
        assertFalse(samples.isEmpty());
        return samples.stream()
                .map(
                        file ->
                                DynamicTest.dynamicTest(
                                        String.valueOf(file.getFileName()), () -> survives(file)));
    }

    private void survives(Path sample) throws IOException {
        DomainDefinition definition = conversion.definition(Files.readString(sample));
        String written = conversion.write(definition).text();
        DomainDefinition read = conversion.read(written).definition();
        assertEquals(written, conversion.write(read).text());
    }

    private static Path file(String name) {
        return FOLDER.resolve(name + ".conf");
    }

    private interface Check {
        void check(String name) throws IOException;
    }

    private static Stream<DynamicTest> tests(Predicate<String> wanted, Check check)
            throws IOException {
        List<String> names;
        try (Stream<Path> files = Files.list(FOLDER)) {
            names =
                    files.map(file -> String.valueOf(file.getFileName()))
                            .filter(name -> name.endsWith(".conf"))
                            .map(name -> name.replace(".conf", ""))
                            .filter(wanted)
                            .sorted()
                            .toList();
        }
        assertFalse(names.isEmpty());
        return names.stream().map(name -> DynamicTest.dynamicTest(name, () -> check.check(name)));
    }
}
