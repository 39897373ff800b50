package dev.vsh.helper.protocol;

import java.nio.ByteBuffer;
import java.util.Optional;

/** Cuts a stream of bytes into frames. */
public final class FrameDecoder {
    private ByteBuffer pending = ByteBuffer.allocate(4096);

    /** Adds bytes as they came. */
    public void feed(ByteBuffer bytes) {
        if (pending.remaining() < bytes.remaining()) {
            ByteBuffer larger = ByteBuffer.allocate(pending.position() + bytes.remaining() + 4096);
            pending = larger.put(pending.flip());
        }
        pending.put(bytes);
    }

    /**
     * @return the next whole frame
     * @throws IllegalArgumentException when the bytes are no frame
     */
    public Optional<Frame> next() {
        if (pending.position() < Frame.HEADER) {
            return Optional.empty();
        }
        FrameType type = FrameType.of(pending.get(0));
        int length = pending.getInt(1);
        if (length < 0 || length > Frame.MAX_PAYLOAD) {
            throw new IllegalArgumentException("frame of " + length + " bytes");
        }
        if (pending.position() < Frame.HEADER + length) {
            return Optional.empty();
        }
        byte[] payload = new byte[length];
        pending.flip().position(Frame.HEADER);
        pending.get(payload);
        pending.compact();
        return Optional.of(new Frame(type, ByteBuffer.wrap(payload)));
    }
}
