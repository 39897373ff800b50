package dev.vsh.shell.terminal;

import dev.vsh.driver.TerminalSize;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The size of the process's terminal, as stty(1) tells it. */
final class SttySize {
    private SttySize() {}

    /** Empty where it does not tell. */
    static Optional<TerminalSize> read() {
        try {
            Process stty =
                    new ProcessBuilder("stty", "size")
                            .redirectInput(new File("/dev/tty"))
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            byte[] said = stty.getInputStream().readAllBytes();
            return size(new String(said, StandardCharsets.US_ASCII).strip());
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /**
     * @param said rows and columns
     */
    private static Optional<TerminalSize> size(String said) {
        if (!said.matches("[0-9]{1,5} [0-9]{1,5}")) {
            return Optional.empty();
        }
        int space = said.indexOf(' ');
        return Optional.of(
                new TerminalSize(
                        Integer.parseInt(said.substring(space + 1)),
                        Integer.parseInt(said.substring(0, space))));
    }
}
