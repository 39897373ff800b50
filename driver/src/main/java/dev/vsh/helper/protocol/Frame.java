package dev.vsh.helper.protocol;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * One message on the helper's socket: a byte for the type, four for the length, the payload.
 *
 * @param payload at most {@value #MAX_PAYLOAD} bytes, between position and limit
 */
public record Frame(FrameType type, ByteBuffer payload) {
    public static final int HEADER = 5;
    public static final int MAX_PAYLOAD = 64 * 1024;

    /** The frame's bytes, ready to be sent. */
    public ByteBuffer encode() {
        ByteBuffer bytes = ByteBuffer.allocate(HEADER + payload.remaining());
        bytes.put((byte) type.ordinal()).putInt(payload.remaining()).put(payload.duplicate());
        return bytes.flip();
    }

    public static Frame of(FrameType type) {
        return new Frame(type, ByteBuffer.allocate(0));
    }

    public static Frame attach(int console, boolean force) {
        ByteBuffer payload =
                ByteBuffer.allocate(5).putInt(console).put((byte) (force ? 1 : 0)).flip();
        return new Frame(FrameType.ATTACH, payload);
    }

    public static Frame resize(int columns, int rows) {
        return new Frame(
                FrameType.RESIZE, ByteBuffer.allocate(8).putInt(columns).putInt(rows).flip());
    }

    public static Frame signal(int number) {
        return new Frame(FrameType.SIGNAL, ByteBuffer.allocate(4).putInt(number).flip());
    }

    public static Frame expect(Expectation expectation) {
        return ofByte(FrameType.EXPECT, expectation.ordinal());
    }

    public static Frame endActions(EndActions actions) {
        return ofByte(FrameType.END_ACTIONS, actions.bits());
    }

    private static Frame ofByte(FrameType type, int value) {
        return new Frame(type, ByteBuffer.allocate(1).put((byte) value).flip());
    }

    /**
     * The payload of an EXPECT.
     *
     * @throws IllegalArgumentException when it is none
     */
    public Expectation expectation() {
        return Expectation.of(payload.get());
    }

    /** The payload of an END_ACTIONS. */
    public EndActions endActions() {
        return EndActions.ofBits(payload.get());
    }

    public static Frame exited(int waitStatus) {
        return new Frame(FrameType.EXITED, ByteBuffer.allocate(4).putInt(waitStatus).flip());
    }

    public static Frame report(LaunchReport report) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            report.writeTo(new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new IllegalArgumentException("a report that cannot be written", e);
        }
        return new Frame(FrameType.REPORT, ByteBuffer.wrap(bytes.toByteArray()));
    }

    /**
     * The payload of an REPORT.
     *
     * @throws IllegalArgumentException when it is none
     */
    public LaunchReport report() {
        byte[] bytes = new byte[payload.remaining()];
        payload.get(bytes);
        try {
            return LaunchReport.readFrom(new DataInputStream(new ByteArrayInputStream(bytes)));
        } catch (IOException e) {
            throw new IllegalArgumentException("a report that cannot be read", e);
        }
    }

    /** An order to run a command, in as many frames as it needs. */
    public static List<Frame> exec(ExecOrder order) {
        return parts(order.bytes(), FrameType.EXEC);
    }

    /** An order to change the container, in as many frames as it needs. */
    public static List<Frame> change(ChangeOrder order) {
        return parts(order.bytes(), FrameType.CHANGE);
    }

    private static List<Frame> parts(byte[] order, FrameType last) {
        ByteBuffer bytes = ByteBuffer.wrap(order);
        List<Frame> frames = new ArrayList<>();
        while (bytes.remaining() > MAX_PAYLOAD) {
            frames.add(new Frame(FrameType.PART, bytes.slice(bytes.position(), MAX_PAYLOAD)));
            bytes.position(bytes.position() + MAX_PAYLOAD);
        }
        frames.add(new Frame(last, bytes));
        return frames;
    }

    public static Frame running(long initPid) {
        return new Frame(FrameType.RUNNING, ByteBuffer.allocate(8).putLong(initPid).flip());
    }
}
