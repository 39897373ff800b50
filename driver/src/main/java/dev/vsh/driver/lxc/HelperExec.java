package dev.vsh.driver.lxc;

import dev.vsh.domain.InitEnd;
import dev.vsh.driver.CommandNotRunException;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.driver.ExecEvent;
import dev.vsh.driver.ExecStream;
import dev.vsh.helper.protocol.ExecOrder;
import dev.vsh.helper.protocol.Frame;
import dev.vsh.helper.protocol.FrameDecoder;
import dev.vsh.helper.protocol.FrameType;
import dev.vsh.linux.WaitStatus;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Optional;

/** A command that a helper runs. */
final class HelperExec implements ExecStream {
    private static final int CHUNK = 32 * 1024;

    private final SocketChannel socket;
    private final FrameDecoder decoder = new FrameDecoder();
    private final ByteBuffer received = ByteBuffer.allocate(CHUNK);

    HelperExec(SocketChannel socket) {
        this.socket = socket;
    }

    /**
     * Has it run.
     *
     * @throws CommandNotRunException when there is no such command, or none that can be run
     * @throws DriverException OPERATION_FAILED naming the step that failed
     */
    void begin(ExecOrder order, ExecFailure failure) {
        try {
            for (Frame frame : Frame.exec(order)) {
                send(frame);
            }
            Frame answer = frame();
            if (answer.type() != FrameType.REPORT) {
                throw new IOException("its helper answered " + answer.type());
            }
            failure.throwUnlessStarted(answer.report());
        } catch (IOException e) {
            throw new DriverException(
                    ErrorCode.OPERATION_FAILED,
                    "the container ended before the command could run: " + e.getMessage(),
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

    private Frame frame() throws IOException {
        while (true) {
            Optional<Frame> frame = decoder.next();
            if (frame.isPresent()) {
                return frame.get();
            }
            if (socket.read(received.clear()) < 0) {
                throw new IOException("its helper has gone");
            }
            decoder.feed(received.flip());
        }
    }

    @Override
    public ExecEvent next() throws IOException {
        Frame frame = frame();
        return switch (frame.type()) {
            case OUTPUT -> new ExecEvent.Output(frame.payload());
            case ERRORS -> new ExecEvent.Errors(frame.payload());
            case EXITED -> new ExecEvent.Ended(end(new WaitStatus(frame.payload().getInt())));
            case STATUS,
                    RUNNING,
                    ATTACH,
                    REFUSED,
                    INPUT,
                    RESIZE,
                    ENDED,
                    END_INPUT,
                    EXPECT,
                    END_ACTIONS,
                    PART,
                    EXEC,
                    REPORT,
                    CHANGE,
                    SIGNAL ->
                    throw new IOException("its helper sent " + frame.type());
        };
    }

    private static InitEnd end(WaitStatus status) {
        return status.isSignaled()
                ? new InitEnd.Killed(status.signal())
                : new InitEnd.Exited(status.exitStatus());
    }

    @Override
    public void write(byte[] buffer, int offset, int length) {
        for (int sent = 0; sent < length; sent += CHUNK) {
            int size = Math.min(CHUNK, length - sent);
            offer(new Frame(FrameType.INPUT, ByteBuffer.wrap(buffer, offset + sent, size)));
        }
    }

    private void offer(Frame frame) {
        try {
            send(frame);
        } catch (IOException _) {
            // The command has ended. That is the reader's news, behind the last of the output.
            return;
        }
    }

    @Override
    public void endInput() {
        offer(Frame.of(FrameType.END_INPUT));
    }

    @Override
    public void resize(int columns, int rows) {
        offer(Frame.resize(columns, rows));
    }

    @Override
    public void signal(int number) {
        offer(Frame.signal(number));
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
