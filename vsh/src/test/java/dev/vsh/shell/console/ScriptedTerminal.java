package dev.vsh.shell.console;

import dev.vsh.driver.TerminalSize;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A terminal whose keys and size come from a test. */
final class ScriptedTerminal implements LocalTerminal, TerminalAccess {
    private static final byte[] END = {};

    private final BlockingQueue<byte[]> reads = new LinkedBlockingQueue<>();
    private final AtomicInteger closed = new AtomicInteger();
    private volatile Consumer<TerminalSize> listener = _ -> {};

    /** What one read gives. */
    void type(String keys) {
        reads.add(keys.getBytes(StandardCharsets.UTF_8));
    }

    void hangUp() {
        reads.add(END);
    }

    void resize(TerminalSize size) {
        listener.accept(size);
    }

    int timesClosed() {
        return closed.get();
    }

    @Override
    public boolean inputIsTerminal() {
        return true;
    }

    @Override
    public LocalTerminal openRaw() {
        return this;
    }

    @Override
    public Optional<Keyboard> openKeyboard() {
        return Optional.empty();
    }

    @Override
    public <T> T passingOnInterrupts(Supplier<T> wait, Runnable told) {
        return wait.get();
    }

    @Override
    public int read(byte[] buffer) {
        try {
            byte[] keys = reads.take();
            System.arraycopy(keys, 0, buffer, 0, keys.length);
            return keys.length == 0 ? -1 : keys.length;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public TerminalSize size() {
        return new TerminalSize(80, 24);
    }

    @Override
    public Optional<TerminalSize> window() {
        return Optional.of(size());
    }

    @Override
    public void onResize(Consumer<TerminalSize> newListener) {
        listener = newListener;
    }

    @Override
    public void close() {
        closed.incrementAndGet();
        hangUp();
    }
}
