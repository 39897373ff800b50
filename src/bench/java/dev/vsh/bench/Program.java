package dev.vsh.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Processes of others. */
record Program(Map<String, String> environment) {
    /** Runs one to its end, which has to be a good one. */
    String run(List<String> words) throws IOException, InterruptedException {
        Process process = start(words);
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(words + " ended with " + process.exitValue() + ": " + output);
        }
        return output;
    }

    Process start(List<String> words) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return builder.start();
    }

    /**
     * Reads what a process prints until that has come, or for a while.
     *
     * @return how many bytes have come
     */
    static long read(Process process, String wanted, Duration atMost) throws InterruptedException {
        AtomicLong bytes = new AtomicLong();
        Thread reader =
                Thread.ofPlatform()
                        .daemon()
                        .start(
                                () -> {
                                    try {
                                        await(process, wanted, bytes);
                                    } catch (IOException _) {
                                        // It was ended: then that is all.
                                        return;
                                    }
                                });
        reader.join(atMost);
        return bytes.get();
    }

    /** Reads what a process prints until that has come; of much, only the end is kept and looked at. */
    static void await(Process process, String wanted) throws IOException {
        await(process, wanted, new AtomicLong());
    }

    private static void await(Process process, String wanted, AtomicLong bytes) throws IOException {
        StringBuilder text = new StringBuilder();
        InputStream output = process.getInputStream();
        byte[] chunk = new byte[64 * 1024];
        while (text.indexOf(wanted) < 0) {
            int count = output.read(chunk);
            if (count < 0) {
                throw new IOException("no '" + wanted + "' in: " + text);
            }
            bytes.addAndGet(count);
            text.delete(0, Math.max(0, text.length() - wanted.length()));
            text.append(new String(chunk, 0, count, StandardCharsets.ISO_8859_1));
        }
    }
}
