package dev.vsh.driver.memory;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** What cat does on a terminal: keys are echoed, lines come back, ^D at the beginning of one ends it. */
final class EchoingInit {
    private static final byte INTERRUPT = 3;
    private static final byte END_OF_TRANSMISSION = 4;
    private static final byte BACKSPACE = 8;
    private static final byte DELETE = 127;
    private static final byte[] NOTHING = {};

    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private boolean ended;

    /** Takes one byte of input and gives what the terminal shows in return. */
    byte[] accept(byte key) {
        return switch (key) {
            case '\r', '\n' -> endLine();
            case END_OF_TRANSMISSION -> endInput();
            case INTERRUPT -> dropLine();
            case BACKSPACE, DELETE -> eraseLast();
            default -> {
                line.write(key);
                yield new byte[] {key};
            }
        };
    }

    boolean hasEnded() {
        return ended;
    }

    private byte[] endLine() {
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        shown.writeBytes(ascii("\r\n"));
        shown.writeBytes(line.toByteArray());
        shown.writeBytes(ascii("\r\n"));
        line.reset();
        return shown.toByteArray();
    }

    private byte[] endInput() {
        if (line.size() == 0) {
            ended = true;
            return NOTHING;
        }
        byte[] shown = line.toByteArray();
        line.reset();
        return shown;
    }

    private byte[] dropLine() {
        line.reset();
        return ascii("^C\r\n");
    }

    private byte[] eraseLast() {
        byte[] typed = line.toByteArray();
        if (typed.length == 0) {
            return NOTHING;
        }
        line.reset();
        line.write(typed, 0, typed.length - 1);
        return ascii("\b \b");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
