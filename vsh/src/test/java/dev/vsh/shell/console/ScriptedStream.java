package dev.vsh.shell.console;

import dev.vsh.driver.ConsoleStream;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A container's console that says what a test lets it say, and remembers what it was told. */
final class ScriptedStream implements ConsoleStream {
    private static final String END = "<end>";
    private static final String FAILURE = "<failure>";

    private final BlockingQueue<String> output = new LinkedBlockingQueue<>();
    private final StringBuffer told = new StringBuffer();

    void say(String text) {
        output.add(text);
    }

    void end() {
        output.add(END);
    }

    void fail() {
        output.add(FAILURE);
    }

    String told() {
        return told.toString();
    }

    @Override
    public int read(byte[] buffer) throws IOException {
        String text;
        try {
            text = output.take();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        if (text.equals(FAILURE)) {
            throw new IOException("connection reset");
        }
        if (text.equals(END)) {
            return -1;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, buffer, 0, bytes.length);
        return bytes.length;
    }

    @Override
    public void write(byte[] buffer, int offset, int length) {
        told.append(new String(buffer, offset, length, StandardCharsets.UTF_8));
    }

    @Override
    public void endInput() {
        told.append("<end of input>");
    }

    @Override
    public void resize(int columns, int rows) {
        told.append('<').append(columns).append('x').append(rows).append('>');
    }

    @Override
    public void close() {
        end();
    }
}
