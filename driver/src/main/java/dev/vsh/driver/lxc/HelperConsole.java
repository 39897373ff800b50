package dev.vsh.driver.lxc;

import dev.vsh.driver.ConsoleStream;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.helper.protocol.Frame;
import dev.vsh.helper.protocol.FrameDecoder;
import dev.vsh.helper.protocol.FrameType;
import dev.vsh.linux.Fd;
import dev.vsh.linux.SyscallException;
import dev.vsh.linux.Syscalls;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A client of a helper's console. */
final class HelperConsole implements ConsoleStream {
    private static final int END_MILLIS = 5000;
    private static final int CHUNK = 32 * 1024;

    private final Syscalls syscalls;
    private final long helperPid;
    private final SocketChannel socket;
    private final FrameDecoder decoder = new FrameDecoder();
    private final ByteBuffer received = ByteBuffer.allocate(CHUNK);
    private ByteBuffer output = ByteBuffer.allocate(0);

    private HelperConsole(Syscalls syscalls, long helperPid, SocketChannel socket) {
        this.syscalls = syscalls;
        this.helperPid = helperPid;
        this.socket = socket;
    }

    static HelperConsole attach(Workshop workshop, long helperPid, int number, boolean force) {
        try {
            HelperConsole console =
                    new HelperConsole(
                            workshop.syscalls(),
                            helperPid,
                            new HelperSocket(workshop.syscalls(), workshop.run())
                                    .connect(helperPid));
            console.send(Frame.attach(number, force));
            return console;
        } catch (IOException e) {
            throw new DriverException(
                    ErrorCode.OPERATION_FAILED,
                    "cannot connect to the console: " + e.getMessage(),
                    e);
        }
    }

    private void send(Frame frame) {
        ByteBuffer bytes = frame.encode();
        synchronized (socket) {
            try {
                while (bytes.hasRemaining()) {
                    socket.write(bytes);
                }
            } catch (IOException _) {
                // Nobody takes it any more. That is the reader's news, and its -1 tells it.
                return;
            }
        }
    }

    @Override
    public int read(byte[] buffer) throws IOException {
        while (!output.hasRemaining()) {
            Optional<Frame> frame = decoder.next();
            if (frame.isPresent()) {
                take(frame.get());
            } else if (!receive()) {
                return -1;
            }
        }
        int count = Math.min(buffer.length, output.remaining());
        output.get(buffer, 0, count);
        return count;
    }

    private void take(Frame frame) throws IOException {
        if (frame.type() == FrameType.REFUSED) {
            throw new IOException(StandardCharsets.UTF_8.decode(frame.payload()).toString());
        }
        if (frame.type() == FrameType.OUTPUT) {
            output = frame.payload();
        }
        if (frame.type() == FrameType.ENDED) {
            awaitHelperEnd();
        }
    }

    /** So that whoever asks for the domain's state next is told of its end. */
    private void awaitHelperEnd() {
        try (Fd helper = syscalls.openProcess(helperPid)) {
            syscalls.awaitEnd(helper, END_MILLIS);
        } catch (SyscallException _) {
            // It has ended already.
        }
    }

    private boolean receive() throws IOException {
        received.clear();
        try {
            if (socket.read(received) < 0) {
                return false;
            }
        } catch (IOException _) {
            // Closed here, or by a helper that has ended without reading all that we sent
            // (ECONNRESET): no more to come.
            return false;
        }
        decoder.feed(received.flip());
        return true;
    }

    @Override
    public void write(byte[] buffer, int offset, int length) {
        for (int sent = 0; sent < length; sent += CHUNK) {
            int size = Math.min(CHUNK, length - sent);
            send(new Frame(FrameType.INPUT, ByteBuffer.wrap(buffer, offset + sent, size)));
        }
    }

    @Override
    public void endInput() {
        send(Frame.of(FrameType.END_INPUT));
    }

    @Override
    public void resize(int columns, int rows) {
        send(Frame.resize(columns, rows));
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException _) {
            // It is closed all the same.
        }
    }
}
