package dev.vsh.shell.look;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class UnifiedDiffTest {
    @Test
    void sameTextsHaveNoDifference() {
        assertEquals(List.of(), new UnifiedDiff(List.of("a", "b"), List.of("a", "b")).lines());
        assertEquals(List.of(), new UnifiedDiff(List.of(), List.of()).lines());
    }

    @Test
    void changeHasThreeLinesOfContextOnEachSide() {
        assertEquals(
                List.of("@@ -3,7 +3,7 @@", " 3", " 4", " 5", "-6", "+x", " 7", " 8", " 9"),
                new UnifiedDiff(numbers(1, 12), replaced(6)).lines());
    }

    @Test
    void changesThatAreFarApartAreTwoHunks() {
        List<String> after = Stream.concat(replaced(5).stream(), Stream.of("13")).toList();

        assertEquals(
                List.of("@@ -2,7 +2,7 @@", "@@ -10,3 +10,4 @@"),
                new UnifiedDiff(numbers(1, 12), after)
                        .lines().stream().filter(line -> line.startsWith("@@")).toList());
    }

    @Test
    void emptyTextIsLineZero() {
        assertEquals(
                List.of("@@ -0,0 +1 @@", "+a"), new UnifiedDiff(List.of(), List.of("a")).lines());
        assertEquals(
                List.of("@@ -1,2 +0,0 @@", "-a", "-b"),
                new UnifiedDiff(List.of("a", "b"), List.of()).lines());
    }

    private static List<String> numbers(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(Integer::toString).toList();
    }

    private static List<String> replaced(int number) {
        return numbers(1, 12).stream()
                .map(line -> line.equals(Integer.toString(number)) ? "x" : line)
                .toList();
    }
}
