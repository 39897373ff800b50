package dev.vsh.shell.terminal;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The size of the process's terminal, as stty(1) tells it. */
final class SttySize {
    private SttySize() {}

    /** 0 where it does not tell. */
    static int columns() {
        try {
            Process stty =
                    new ProcessBuilder("stty", "size")
                            .redirectInput(new File("/dev/tty"))
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            byte[] said = stty.getInputStream().readAllBytes();
            return columns(new String(said, StandardCharsets.US_ASCII).strip());
        } catch (IOException _) {
            return 0;
        }
    }

    /**
     * @param said rows and columns
     */
    private static int columns(String said) {
        return said.matches("[0-9]{1,5} [0-9]{1,5}")
                ? Integer.parseInt(said.substring(said.indexOf(' ') + 1))
                : 0;
    }
}
