package dev.vsh.helper.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

final class FrameDecoderTest {
    private static final List<Frame> FRAMES =
            List.of(
                    Frame.of(FrameType.STATUS),
                    Frame.attach(1, true),
                    new Frame(FrameType.INPUT, ByteBuffer.wrap(new byte[] {1, 2, 3})),
                    Frame.resize(80, 24),
                    Frame.running(123456789012L));

    private final FrameDecoder decoder = new FrameDecoder();

    private static ByteBuffer stream() {
        ByteBuffer bytes = ByteBuffer.allocate(1000);
        FRAMES.forEach(frame -> bytes.put(frame.encode()));
        return bytes.flip();
    }

    private List<Frame> decoded() {
        List<Frame> frames = new ArrayList<>();
        for (Optional<Frame> next = decoder.next(); next.isPresent(); next = decoder.next()) {
            frames.add(next.get());
        }
        return frames;
    }

    @Test
    void framesComeOutWhereverTheStreamIsSplit() {
        int length = stream().remaining();
        for (int split = 0; split <= length; split++) {
            List<Frame> frames = new ArrayList<>();
            decoder.feed(stream().slice(0, split));
            frames.addAll(decoded());
            decoder.feed(stream().slice(split, length - split));
            frames.addAll(decoded());
            assertEquals(FRAMES, frames, "split at " + split);
        }
    }

    @Test
    void framesComeOutByteByByte() {
        List<Frame> frames = new ArrayList<>();
        for (ByteBuffer bytes = stream(); bytes.hasRemaining(); ) {
            decoder.feed(ByteBuffer.wrap(new byte[] {bytes.get()}));
            frames.addAll(decoded());
        }
        assertEquals(FRAMES, frames);
    }

    @Test
    void largestFrameIsTaken() {
        Frame largest = new Frame(FrameType.INPUT, ByteBuffer.allocate(Frame.MAX_PAYLOAD));
        decoder.feed(largest.encode());
        assertEquals(List.of(largest), decoded());
    }

    @Test
    void largerFrameIsRefusedBeforeItIsThere() {
        decoder.feed(header(FrameType.INPUT.ordinal(), Frame.MAX_PAYLOAD + 1));
        assertThrows(IllegalArgumentException.class, decoder::next);
    }

    @Test
    void negativeLengthIsRefused() {
        decoder.feed(header(FrameType.INPUT.ordinal(), -1));
        assertThrows(IllegalArgumentException.class, decoder::next);
    }

    @Test
    void unknownTypeIsRefused() {
        decoder.feed(header(FrameType.values().length, 0));
        assertThrows(IllegalArgumentException.class, decoder::next);
    }

    @Test
    void negativeTypeIsRefused() {
        decoder.feed(header(-1, 0));
        assertThrows(IllegalArgumentException.class, decoder::next);
    }

    private static ByteBuffer header(int type, int length) {
        return ByteBuffer.allocate(Frame.HEADER).put((byte) type).putInt(length).flip();
    }

    @Test
    void encodingLeavesThePayloadAsItWas() {
        ByteBuffer payload = ByteBuffer.wrap(new byte[] {1, 2, 3});
        new Frame(FrameType.INPUT, payload).encode();
        assertTrue(payload.remaining() == 3);
    }
}
