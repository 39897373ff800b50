package dev.vsh.helper;

import dev.vsh.helper.protocol.ExecOrder;
import dev.vsh.helper.protocol.Frame;
import dev.vsh.helper.protocol.FrameDecoder;
import dev.vsh.helper.protocol.FrameType;
import dev.vsh.linux.Errno;
import dev.vsh.linux.Fd;
import dev.vsh.linux.NativeMemory;
import dev.vsh.linux.Syscalls;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Optional;

/** A connection to the helper's socket. */
final class Client {
    /** What waits for all clients together: the helper's heap is small, and whoever opens consoles may do so often. */
    private static final int OUTPUT_OF_ALL = 4 * 1024 * 1024;

    private static final int OUTPUT_LIMIT = 256 * 1024;

    private static final String GAP = "\r\n[... output was left out ...]\r\n";

    private final Syscalls syscalls;
    private final Fd socket;
    private final FrameDecoder decoder = new FrameDecoder();
    private final ArrayDeque<ByteBuffer> output = new ArrayDeque<>();
    private int outputLimit = OUTPUT_LIMIT;
    private boolean skipping;
    private boolean ordered;
    private ByteArrayOutputStream order = new ByteArrayOutputStream(0);
    private int outputBytes;
    private long lastProgressNanos = System.nanoTime();
    private int console = -1;
    private boolean ending;
    private Optional<EndOfInput> endOfInput = Optional.empty();

    Client(Syscalls syscalls, Fd socket) {
        this.syscalls = syscalls;
        this.socket = socket;
    }

    int fd() {
        return socket.number();
    }

    FrameDecoder decoder() {
        return decoder;
    }

    /** The console that it is attached to, -1 for none. */
    int console() {
        return console;
    }

    void attach(int number) {
        console = number;
    }

    boolean hasOutput() {
        return !output.isEmpty();
    }

    /**
     * @param clients how many there are
     */
    void shareWith(int clients) {
        outputLimit = Math.min(OUTPUT_LIMIT, OUTPUT_OF_ALL / clients);
    }

    /** Whether so much waits for it that what has more should wait. */
    boolean isFull() {
        return outputBytes >= outputLimit;
    }

    /** A terminal that somebody has stopped: it is told nothing more until it has taken what waits. */
    void skip() {
        skipping = true;
    }

    boolean isSkipping() {
        return skipping;
    }

    /** Whether it has taken nothing of what waits for it for so long. */
    boolean isStalled(long nanos) {
        return hasOutput() && System.nanoTime() - lastProgressNanos > nanos;
    }

    /** No more is read from it; it goes when it has taken what waits. */
    void end() {
        ending = true;
    }

    boolean isEnding() {
        return ending;
    }

    /** Nothing more is to be typed on its behalf but the end. */
    void endInput() {
        if (endOfInput.isEmpty()) {
            endOfInput = Optional.of(new EndOfInput());
        }
    }

    Optional<EndOfInput> endOfInput() {
        return endOfInput;
    }

    void send(Frame frame) {
        if (output.isEmpty()) {
            lastProgressNanos = System.nanoTime();
        }
        ByteBuffer bytes = frame.encode();
        outputBytes += bytes.remaining();
        output.add(bytes);
    }

    /** A part of an order that comes in several frames. */
    void addPart(ByteBuffer part) {
        if (order.size() + part.remaining() > ExecOrder.MAX_BYTES) {
            throw new IllegalArgumentException("an order of more than " + ExecOrder.MAX_BYTES);
        }
        byte[] bytes = new byte[part.remaining()];
        part.get(bytes);
        order.writeBytes(bytes);
    }

    /** The whole order to run a command, of which nothing is kept. */
    ExecOrder takeOrder() {
        ordered = true;
        return ExecOrder.of(takeParts());
    }

    /** All parts that have come, of which nothing is kept. */
    byte[] takeParts() {
        byte[] whole = order.toByteArray();
        order = new ByteArrayOutputStream(0);
        return whole;
    }

    /** Whether it has run a command. */
    boolean hasOrdered() {
        return ordered;
    }

    void sendOutput(ByteBuffer bytes) {
        if (skipping && hasOutput()) {
            return;
        }
        if (skipping) {
            skipping = false;
            sendWhole(ByteBuffer.wrap(GAP.getBytes(StandardCharsets.US_ASCII)));
        }
        sendWhole(bytes);
    }

    private void sendWhole(ByteBuffer bytes) {
        ByteBuffer rest = bytes.duplicate();
        while (rest.hasRemaining()) {
            ByteBuffer piece =
                    rest.slice(rest.position(), Math.min(rest.remaining(), Frame.MAX_PAYLOAD));
            send(new Frame(FrameType.OUTPUT, piece));
            rest.position(rest.position() + piece.remaining());
        }
    }

    /**
     * Reads what it sent into its decoder.
     *
     * @return false when it has gone
     */
    boolean receive(NativeMemory scratch) {
        int count = syscalls.receive(fd(), scratch, scratch.size());
        if (count <= 0) {
            return count == -Errno.EAGAIN.number();
        }
        byte[] bytes = new byte[count];
        scratch.get(0, bytes, 0, count);
        decoder.feed(ByteBuffer.wrap(bytes));
        return true;
    }

    /**
     * Sends as much as it takes.
     *
     * @return false when it has gone
     */
    boolean flush(NativeMemory scratch) {
        while (!output.isEmpty()) {
            ByteBuffer next = output.getFirst();
            int size = (int) Math.min(next.remaining(), scratch.size());
            scratch.put(0, next.array(), next.arrayOffset() + next.position(), size);
            int sent = syscalls.send(fd(), scratch, size);
            if (sent < 0) {
                return sent == -Errno.EAGAIN.number();
            }
            lastProgressNanos = System.nanoTime();
            outputBytes -= sent;
            next.position(next.position() + sent);
            if (!next.hasRemaining()) {
                output.removeFirst();
            }
        }
        return true;
    }

    void close() {
        socket.close();
    }
}
