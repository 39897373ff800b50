package dev.vsh.shell.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FittedTextTest {
    private final FittedText screen = new FittedText(40);

    @Test
    void lastColumnGoesOnBelowItself() {
        assertEquals(
                """
                    net-start      start a network that
                                   is defined
                """,
                screen.fit("    net-start      start a network that is defined\n"));
    }

    @Test
    void coloursTakeNoRoom() {
        String line = "  \033[32mPASS\033[0m  name   can be written always!\n";

        assertEquals(line, screen.fit(line));
    }

    @Test
    void commandsToBeCopiedStayInOnePiece() {
        String line = "        echo root:1000000:1000000000 >>/etc/subuid\n";

        assertEquals(line, screen.fit(line));
    }
}
