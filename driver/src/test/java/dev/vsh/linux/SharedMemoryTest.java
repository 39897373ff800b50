package dev.vsh.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

final class SharedMemoryTest {
    private static final long MIB = 1 << 20;

    private final Syscalls syscalls = new Syscalls();

    /** The sizes of what this process shares with whoever it clones; proc_pid_maps(5). */
    private static List<Long> shared() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/maps")).stream()
                .map(line -> line.split(" +"))
                .filter(fields -> fields[1].equals("rw-s") && fields[5].equals("/dev/zero"))
                .map(fields -> size(fields[0].split("-")))
                .sorted()
                .toList();
    }

    private static long size(String[] ends) {
        return Long.parseLong(ends[1], 16) - Long.parseLong(ends[0], 16);
    }

    @Test
    void itIsZeroAndKeepsWhatIsPut() {
        try (var memory = new SharedMemory(syscalls, 8)) {
            assertEquals(0, memory.getInt(0));
            assertEquals(0, memory.getInt(4));
            memory.putInt(4, Integer.MIN_VALUE);
            memory.putInt(0, 7);
            assertEquals(7, memory.getInt(0));
            assertEquals(Integer.MIN_VALUE, memory.getInt(4));
        }
    }

    @Test
    void itIsSharedUntilItIsClosed() throws IOException {
        List<Long> before = shared();
        try (var _ = new SharedMemory(syscalls, 3 * MIB)) {
            List<Long> meanwhile = new ArrayList<>(shared());
            before.forEach(meanwhile::remove);
            assertEquals(List.of(3 * MIB), meanwhile);
        }
        assertEquals(before, shared());
    }

    @Test
    void whatTheKernelDoesNotGiveIsSaid() {
        var failure = assertThrows(SyscallException.class, () -> new SharedMemory(syscalls, 0));
        assertEquals(Errno.EINVAL, failure.errno());
    }
}
