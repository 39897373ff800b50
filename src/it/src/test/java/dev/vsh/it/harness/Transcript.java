package dev.vsh.it.harness;

import dev.vsh.driver.ConsoleOptions;
import dev.vsh.driver.ConsoleStream;
import dev.vsh.driver.Domain;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/** A client of a console that writes down what it reads. */
public final class Transcript implements AutoCloseable {
    private final ConsoleStream stream;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CountDownLatch ended = new CountDownLatch(1);

    private Transcript(ConsoleStream stream) {
        this.stream = stream;
    }

    public static Transcript of(Domain domain) {
        return of(domain, ConsoleOptions.FIRST);
    }

    public static Transcript of(Domain domain, ConsoleOptions options) {
        Transcript transcript = new Transcript(domain.openConsole(options));
        Thread.ofVirtual().start(transcript::read);
        return transcript;
    }

    private void read() {
        byte[] buffer = new byte[8192];
        try {
            int length;
            while ((length = stream.read(buffer)) != -1) {
                synchronized (bytes) {
                    bytes.write(buffer, 0, length);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            ended.countDown();
        }
    }

    public String text() {
        synchronized (bytes) {
            return bytes.toString(StandardCharsets.UTF_8);
        }
    }

    public Transcript awaitText(String part) {
        Await.until("'" + part + "' on the console", this::text, text -> text.contains(part));
        return this;
    }

    /** Waits for the other side to end the conversation. */
    public String awaitEnd() {
        Await.until("the console's end", this::isEnded);
        return text();
    }

    public boolean isEnded() {
        return ended.getCount() == 0;
    }

    public void type(String input) {
        byte[] keys = input.getBytes(StandardCharsets.UTF_8);
        try {
            stream.write(keys, 0, keys.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void endInput() {
        try {
            stream.endInput();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void resize(int columns, int rows) {
        try {
            stream.resize(columns, rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        stream.close();
    }
}
