package dev.vsh.helper;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vsh.linux.Syscalls;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ProgressTest {
    private final Progress progress = new Progress(new Syscalls());

    @AfterEach
    void close() {
        progress.close();
    }

    @Test
    void nothingHasBegunAtFirst() {
        assertEquals(-1, progress.instruction());
        assertEquals(0, progress.errno());
    }

    @Test
    void theLastInstructionAndWhatItFailedWithAreKeptApart() {
        progress.begin(0);
        progress.begin(511);
        assertEquals(511, progress.instruction());
        assertEquals(0, progress.errno());
        progress.fail(13);
        assertEquals(511, progress.instruction());
        assertEquals(13, progress.errno());
    }
}
