package dev.vsh.driver.lxc;

import dev.vsh.driver.ConsoleStream;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.helper.protocol.Frame;
import dev.vsh.helper.protocol.FrameDecoder;
import dev.vsh.helper.protocol.FrameType;

import java.io.IOException;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A client of a helper's console. */
final class HelperConsole implements ConsoleStream {
    private static final int CHUNK = 32 * 1024;

    private final SocketChannel socket;
    private final FrameDecoder decoder = new FrameDecoder();
    private final ByteBuffer received = ByteBuffer.allocate(CHUNK);
    private ByteBuffer output = ByteBuffer.allocate(0);

    private HelperConsole(SocketChannel socket) {
        this.socket = socket;
    }

    static HelperConsole attach(Workshop workshop, long helperPid, int number, boolean force) {
        try {
            HelperConsole console =
                    new HelperConsole(
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

    private void send(Frame frame) throws IOException {
        ByteBuffer bytes = frame.encode();
        synchronized (socket) {
            while (bytes.hasRemaining()) {
                socket.write(bytes);
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
    }

    private boolean receive() throws IOException {
        received.clear();
        try {
            if (socket.read(received) < 0) {
                return false;
            }
        } catch (AsynchronousCloseException _) {
            return false;
        } catch (ClosedChannelException _) {
            return false;
        } catch (SocketException _) {
            // The helper ended with input of ours unread: to the kernel a reset, to us an end. What
            // it sent before has come first.
            return false;
        }
        decoder.feed(received.flip());
        return true;
    }

    @Override
    public void write(byte[] buffer, int offset, int length) throws IOException {
        for (int sent = 0; sent < length; sent += CHUNK) {
            int size = Math.min(CHUNK, length - sent);
            send(new Frame(FrameType.INPUT, ByteBuffer.wrap(buffer, offset + sent, size)));
        }
    }

    @Override
    public void resize(int columns, int rows) throws IOException {
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
