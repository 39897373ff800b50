package dev.vsh.shell.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.List;

class PartialLineTest {
    @Test
    void wordAtTheCursorIsStillBeingWritten() {
        assertEquals(new PartialLine(List.of("start"), "te", 6), PartialLine.of("start te"));
    }

    @Test
    void afterABlankComesANewWord() {
        assertEquals(new PartialLine(List.of("start"), "", 6), PartialLine.of("start "));
    }

    @Test
    void openQuotesDoNotMatter() {
        assertEquals(new PartialLine(List.of("start"), "a b", 6), PartialLine.of("start \"a b"));
        assertEquals(new PartialLine(List.of("start"), "a", 6), PartialLine.of("start a\\"));
    }

    @Test
    void onlyTheLastCommandCounts() {
        assertEquals(new PartialLine(List.of("start"), "x", 12), PartialLine.of("list; start x"));
        assertEquals(new PartialLine(List.of(), "", 5), PartialLine.of("list;"));
    }
}
