package dev.vsh.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

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

    /** Reads what a process prints until that has come. */
    static void await(Process process, String wanted) throws IOException {
        StringBuilder text = new StringBuilder();
        InputStream output = process.getInputStream();
        byte[] chunk = new byte[64 * 1024];
        while (text.indexOf(wanted) < 0) {
            int count = output.read(chunk);
            if (count < 0) {
                throw new IOException("no '" + wanted + "' in: " + text);
            }
            text.append(new String(chunk, 0, count, StandardCharsets.UTF_8));
        }
    }
}
