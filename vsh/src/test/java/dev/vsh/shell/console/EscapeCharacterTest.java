package dev.vsh.shell.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EscapeCharacterTest {
    @ParameterizedTest
    @CsvSource({"^], 29", "^a, 1", "^A, 1", "^@, 0", "^[, 27", "^_, 31", "x, 120", "~, 126"})
    void readsControlAndPlainCharacters(String text, byte code) {
        assertEquals(code, EscapeCharacter.of(text).code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "^", "ab", "^1", "^ä", "^ab", "é"})
    void refusesEverythingElse(String text) {
        assertThrows(IllegalArgumentException.class, () -> EscapeCharacter.of(text));
    }

    @Test
    void describesItselfAsVirshDoes() {
        assertEquals("^] (Ctrl + ])", EscapeCharacter.DEFAULT.description());
        assertEquals("x", EscapeCharacter.of("x").description());
    }
}
