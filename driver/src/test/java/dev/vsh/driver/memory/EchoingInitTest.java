package dev.vsh.driver.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

class EchoingInitTest {
    private final EchoingInit init = new EchoingInit();

    @Test
    void linesComeBack() {
        assertEquals("ab\r\nab\r\n", type("ab\r"));
    }

    @Test
    void lastKeyCanBeTakenBack() {
        assertEquals("abc\b \b\r\nab\r\n", type("abc\u007f\n"));
    }

    @Test
    void interruptDropsTheLine() {
        assertEquals("ab^C\r\n\r\n\r\n", type("ab\u0003\r"));
    }

    @Test
    void endOfTransmissionEndsOnlyAtTheBeginningOfALine() {
        assertEquals("abab", type("ab\u0004"));
        assertFalse(init.hasEnded());

        type("\u0004");
        assertTrue(init.hasEnded());
    }

    private String type(String keys) {
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        for (byte key : keys.getBytes(StandardCharsets.UTF_8)) {
            shown.writeBytes(init.accept(key));
        }
        return shown.toString(StandardCharsets.UTF_8);
    }
}
