package dev.vsh.shell.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class LineWordsTest {
    private static final String END = "<end of command>";

    @Test
    void blanksSeparateWords() {
        assertEquals(List.of("a", "b"), words(" a \t b\t"));
    }

    @Test
    void quotesKeepBlanks() {
        assertEquals(List.of("a \t b"), words("\"a \t b\""));
        assertEquals(List.of("a \t b"), words("'a \t b'"));
        assertEquals(List.of("a \t b"), words("a\\ \\\t\\ b"));
    }

    @Test
    void piecesOfAWordStickTogether() {
        assertEquals(List.of("--shell"), words("--s\\h'e'\"l\"\"l\""));
    }

    @Test
    void emptyQuotesAreAWord() {
        assertEquals(List.of("", ""), words("'' \"\""));
    }

    @Test
    void backslashMeansNothingInSingleQuotes() {
        assertEquals(List.of("\\\"\\"), words("'\\'\"\\\"\"'\\'"));
    }

    @Test
    void backslashEscapesInDoubleQuotes() {
        assertEquals(List.of("a\"b\\c"), words("\"a\\\"b\\\\\\c\""));
    }

    @Test
    void backslashBeforeNewlineJoinsLines() {
        assertEquals(List.of("abc", "d"), words("a\\\nb\"\\\nc\" \\\n d"));
    }

    @Test
    void semicolonAndNewlineEndACommand() {
        assertEquals(List.of(END, "a", END, END, "b", END), words(";a; ;b\n"));
        assertEquals(List.of("a;b"), words("a\\;b"));
    }

    @Test
    void commentRunsToTheEndOfTheLine() {
        assertEquals(List.of("a", END, "d"), words("a # b; c\nd"));
    }

    @Test
    void numberSignInsideAWordIsNoComment() {
        assertEquals(List.of("a#b", "#c", "#d"), words("a#b '#c' \\#d"));
    }

    @Test
    void endOfTextClosesASingleQuote() {
        assertEquals(List.of("a b"), words("'a b"));
    }

    @Test
    void refusesWhatIsUnfinished() {
        assertEquals("missing \"", mistake("a \"b"));
        assertEquals("dangling \\", mistake("a b\\"));
        assertEquals("dangling \\", mistake("\"b\\"));
    }

    @Test
    void exclamationMarkBeforeACommandGivesTheLineToTheHost() {
        assertEquals(List.of("!ls 'a; b", "c"), words(" !ls 'a; b\nc"));
        assertEquals(List.of("a", END, "!b"), words("a; ! b "));
        assertEquals(List.of("a", "!b"), words("a !b"));
    }

    @Test
    void textIsOpenWhereItEndsInAWord() {
        assertTrue(LineWords.isOpen("a 'b"));
        assertTrue(LineWords.isOpen("a \"b\nc"));
        assertTrue(LineWords.isOpen("a \\"));
        assertFalse(LineWords.isOpen("a 'b' \"c\" \\' # it's"));
        assertFalse(LineWords.isOpen("!echo it's"));
    }

    private static String mistake(String line) {
        return String.valueOf(assertThrows(SyntaxException.class, () -> words(line)).getMessage());
    }

    private static List<String> words(String line) {
        LineWords source = new LineWords(line);
        List<String> words = new ArrayList<>();
        while (true) {
            switch (source.next()) {
                case Token.Word(String text) -> words.add(text);
                case Token.HostCommand(String text) -> words.add("!" + text);
                case Token.EndOfCommand _ -> words.add(END);
                case Token.EndOfInput _ -> {
                    return words;
                }
            }
        }
    }
}
