package dev.vsh.it.harness;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A program of the host that a test needs beside the product. */
public final class HostCommand {
    private HostCommand() {}

    /**
     * @return what it printed, its errors included
     * @throws AssertionError when it fails
     */
    public static String run(String... words) {
        try {
            Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = read(process.getInputStream());
            int status = process.waitFor();
            if (status != 0) {
                throw new AssertionError(
                        String.join(" ", words) + " ended with " + status + ": " + output);
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private static String read(InputStream stream) throws IOException {
        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
}
