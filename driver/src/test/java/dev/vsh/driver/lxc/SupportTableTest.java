package dev.vsh.driver.lxc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.vsh.domain.xml.InvalidDocumentException;
import dev.vsh.driver.DriverException;
import dev.vsh.testing.ElementPage;
import dev.vsh.testing.ElementTable;
import dev.vsh.testing.ElementTable.Outcome;
import dev.vsh.testing.ElementTable.Row;
import dev.vsh.testing.GoldenFile;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every row of the table of elements: honoured, refused by name, or kept with a reason; never passed over. */
final class SupportTableTest {
    private static final Path END_TO_END = Path.of("../src/it/src/test/java/dev/vsh/it");

    /** What libvirt's errors begin with, as "operation failed: ". */
    private static final String KIND_OF_ERROR = "(?:[A-Za-z ]+: )?";

    private static final String INTRODUCTION =
            """
            # What each element does

            A valid element is honoured, or a start is refused with a sentence that names it; none is passed over
            in silence. *Kept* are those that say nothing about the container: `dumpxml` prints them.
            `…` stands for more words. Those of networks have [a page of their own](network-elements.md).

            This page is made of `driver/src/test/resources/elements/table.txt`, which a test compares with the
            product row by row.
            """;

    private final ElementTable table = ElementTable.read();

    @TempDir private Path folder;

    @TestFactory
    Stream<DynamicTest> elementDoesWhatTheTableSays() {
        var surroundings = Surroundings.in(folder);
        List<String> without = surroundings.plan("");
        return table.rows().stream()
                .map(
                        row ->
                                DynamicTest.dynamicTest(
                                        "line " + row.line() + ": " + row.fragment(),
                                        () -> check(row, surroundings, without)));
    }

    private static void check(Row row, Surroundings surroundings, List<String> without) {
        assumeTrue(surroundings.canFill(row.fragment()), "the host has no block device of its own");
        String fragment = surroundings.fill(row.fragment());
        switch (row.outcome()) {
            case Outcome.Honoured honoured -> isHonoured(honoured, fragment, surroundings, without);
            case Outcome.Refused(String message) -> isRefused(message, fragment, surroundings);
            case Outcome.Kept _ -> assertEquals(without, surroundings.plan(fragment));
        }
    }

    private static void isHonoured(
            Outcome.Honoured honoured,
            String fragment,
            Surroundings surroundings,
            List<String> without) {
        honoured.needs()
                .forEach(file -> assumeTrue(Files.exists(Path.of(file)), file + " is missing"));
        honoured.seenBy()
                .forEach(
                        test -> assertTrue(Files.exists(END_TO_END.resolve(test + ".java")), test));
        List<String> with = surroundings.plan(fragment);
        assertTrue(
                honoured.planned().size() + honoured.unplanned().size() + honoured.seenBy().size()
                        > 0,
                "nothing shows that it is honoured");
        honoured.planned().forEach(words -> isOnlyIn(surroundings.fill(words), with, without));
        honoured.unplanned().forEach(words -> isOnlyIn(surroundings.fill(words), without, with));
    }

    private static void isOnlyIn(String words, List<String> plan, List<String> other) {
        assertTrue(text(plan).contains(words), () -> words + " is not in\n" + added(plan, other));
        assertFalse(text(other).contains(words), () -> words + " is there anyway");
    }

    private static String added(List<String> plan, List<String> other) {
        return text(plan.stream().filter(line -> !other.contains(line)).toList());
    }

    private static String text(List<String> plan) {
        return String.join("\n", plan);
    }

    private static void isRefused(String message, String fragment, Surroundings surroundings) {
        RuntimeException refusal =
                assertThrows(RuntimeException.class, () -> surroundings.plan(fragment));
        assertTrue(
                refusal instanceof DriverException || refusal instanceof InvalidDocumentException,
                refusal::toString);
        String pattern =
                Stream.of(message.split("…", -1))
                        .map(Pattern::quote)
                        .collect(Collectors.joining(".*", KIND_OF_ERROR, ""));
        String said = String.valueOf(refusal.getMessage());
        assertTrue(said.lines().anyMatch(line -> line.matches(pattern)), said);
    }

    @Test
    void pageSaysWhatTheTableSays() throws IOException {
        GoldenFile.page("elements.md").assertSays(ElementPage.of(INTRODUCTION, table));
    }
}
