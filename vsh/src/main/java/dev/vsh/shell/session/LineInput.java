package dev.vsh.shell.session;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Lines of a stream. Takes not one byte more than the line it gives: what follows may be for a
 * console, or for an editor.
 */
public final class LineInput {
    private final InputStream input;

    public LineInput(InputStream input) {
        this.input = input;
    }

    /** The next line without its end; empty when there is none. */
    public Optional<String> readLine() {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try {
            int b = input.read();
            if (b == -1) {
                return Optional.empty();
            }
            while (b != -1 && b != '\n') {
                line.write(b);
                b = input.read();
            }
            return Optional.of(line.toString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read standard input: " + e.getMessage(), e);
        }
    }
}
