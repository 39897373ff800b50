package dev.vsh.driver.memory;

import dev.vsh.driver.ConsoleStream;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/**
 * The console of a domain whose init is {@link EchoingInit}. Its monitor guards what has been printed
 * and who is attached.
 */
final class MemoryConsole {
    static final String ALIAS = "console0";

    private static final int REPLAYED = 64 * 1024;
    private static final byte[] END_OF_INPUT = {4, 4};
    private static final String GREETING =
            "Every line comes back; ^D at the beginning of a line shuts this domain down.\r\n";

    private final Runnable whenInitEnds;
    private final EchoingInit init = new EchoingInit();
    private final Set<Client> clients = new HashSet<>();
    private final byte[] printed = new byte[REPLAYED];
    private long length;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private boolean holding;
    private boolean ended;

    /**
     * @param whenInitEnds told once, outside of any lock
     */
    MemoryConsole(Runnable whenInitEnds) {
        this.whenInitEnds = whenInitEnds;
        print(GREETING.getBytes(StandardCharsets.US_ASCII));
    }

    synchronized ConsoleStream attach(boolean force) {
        if (force) {
            clients.forEach(client -> client.detached = true);
            clients.clear();
        }
        Client client = new Client();
        clients.add(client);
        notifyAll();
        return client;
    }

    /** The domain is gone: clients read what is left, then the end. */
    synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** Keeps what is typed from the init, which stands still. */
    synchronized void hold() {
        holding = true;
    }

    /** Gives the init what was typed meanwhile. */
    void release() {
        byte[] typed;
        synchronized (this) {
            holding = false;
            typed = held.toByteArray();
            held.reset();
        }
        accept(typed, 0, typed.length);
    }

    private void accept(byte[] buffer, int offset, int count) {
        boolean endsNow;
        synchronized (this) {
            if (holding) {
                held.write(buffer, offset, count);
                return;
            }
            boolean hadEnded = init.hasEnded();
            for (int i = offset; i < offset + count && !init.hasEnded(); i++) {
                print(init.accept(buffer[i]));
            }
            endsNow = init.hasEnded() && !hadEnded;
        }
        if (endsNow) {
            // in this order: whoever reads the end may ask at once whether the domain still runs
            whenInitEnds.run();
            end();
        }
    }

    private synchronized void print(byte[] bytes) {
        for (byte b : bytes) {
            printed[(int) (length % REPLAYED)] = b;
            length++;
        }
        notifyAll();
    }

    /** One attached user. Its fields are guarded by the console's monitor. */
    private final class Client implements ConsoleStream {
        private long position;
        private boolean detached;

        @Override
        public int read(byte[] buffer) throws IOException {
            synchronized (MemoryConsole.this) {
                awaitOutput();
                if (detached || position == length) {
                    return -1;
                }
                // what a slow reader missed is lost: a console never waits for anybody
                position = Math.max(position, length - REPLAYED);
                int count = (int) Math.min(buffer.length, length - position);
                for (int i = 0; i < count; i++) {
                    buffer[i] = printed[(int) (position++ % REPLAYED)];
                }
                return count;
            }
        }

        private void awaitOutput() throws IOException {
            try {
                while (!detached && !ended && position == length) {
                    MemoryConsole.this.wait();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while waiting for output", e);
            }
        }

        @Override
        public void write(byte[] buffer, int offset, int count) throws IOException {
            synchronized (MemoryConsole.this) {
                if (detached || ended) {
                    throw new IOException("the console is closed");
                }
            }
            accept(buffer, offset, count);
        }

        @Override
        public void endInput() throws IOException {
            // one for a line that was begun, one for the end
            write(END_OF_INPUT, 0, END_OF_INPUT.length);
        }

        @Override
        public void resize(int columns, int rows) {
            // nothing here is laid out by the size of a window
        }

        @Override
        public void close() {
            synchronized (MemoryConsole.this) {
                detached = true;
                clients.remove(this);
                MemoryConsole.this.notifyAll();
            }
        }
    }
}
