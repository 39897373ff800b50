package dev.vsh.helper;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;

final class ReplayBufferTest {
    private final ReplayBuffer buffer = new ReplayBuffer();

    private byte[] content() {
        ByteBuffer content = buffer.content();
        byte[] bytes = new byte[content.remaining()];
        content.get(bytes);
        return bytes;
    }

    @Test
    void nothingIsReplayedOfAConsoleThatPrintedNothing() {
        assertEquals(0, buffer.content().remaining());
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 1500, 5000, 70_000, 200_000})
    void lastBytesAreReplayedWhateverTheChunks(int largestChunk) {
        Random random = new Random(largestChunk);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int round = 0; round < 300; round++) {
            byte[] chunk = new byte[random.nextInt(largestChunk)];
            random.nextBytes(chunk);
            int used = random.nextInt(chunk.length + 1);
            buffer.add(chunk, used);
            all.write(chunk, 0, used);
            assertArrayEquals(lastOf(all.toByteArray()), content(), "round " + round);
            if (all.size() > 4 * ReplayBuffer.CAPACITY) {
                byte[] last = lastOf(all.toByteArray());
                all.reset();
                all.writeBytes(last);
            }
        }
    }

    private static byte[] lastOf(byte[] all) {
        return Arrays.copyOfRange(all, Math.max(0, all.length - ReplayBuffer.CAPACITY), all.length);
    }

    @Test
    void chunkOfExactlyTheCapacityReplacesAll() {
        byte[] chunk = new byte[ReplayBuffer.CAPACITY];
        Arrays.fill(chunk, (byte) 7);
        buffer.add(new byte[] {1, 2, 3}, 3);
        buffer.add(chunk, chunk.length);
        assertArrayEquals(chunk, content());
    }
}
