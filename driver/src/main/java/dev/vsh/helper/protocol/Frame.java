package dev.vsh.helper.protocol;

import java.nio.ByteBuffer;

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

    public static Frame running(long initPid) {
        return new Frame(FrameType.RUNNING, ByteBuffer.allocate(8).putLong(initPid).flip());
    }
}
