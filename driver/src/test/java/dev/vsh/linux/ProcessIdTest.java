package dev.vsh.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

final class ProcessIdTest {
    @TempDir Path folder;

    @Test
    void processOfAnotherBootIsNotAlive() {
        ProcessId now = ProcessId.of(ProcessHandle.current().pid()).orElseThrow();
        assertFalse(new ProcessId(now.pid(), now.startTicks(), "another").isAlive());
    }

    @Test
    void whatOlderVersionsWroteIsRead() {
        ProcessId now = ProcessId.of(ProcessHandle.current().pid()).orElseThrow();
        ProcessId old = ProcessId.parse(now.pid() + "@" + now.startTicks());
        assertTrue(old.isAlive());
        assertEquals(old, ProcessId.parse(old.format()));
    }

    @Test
    void thisProcessIsAlive() {
        assertTrue(ProcessId.of(ProcessHandle.current().pid()).orElseThrow().isAlive());
    }

    /** Field 2 of /proc/PID/stat is the name in parentheses, and it may hold those itself. */
    @ParameterizedTest
    @ValueSource(strings = {"a) R 1 2 (b", "x y z", ")))", "( ) S 1"})
    void oddNameIsNoMatter(String name) throws Exception {
        Path program = folder.resolve(name);
        Files.copy(Path.of("/bin/cat").toRealPath(), program);
        Process process = new ProcessBuilder(program.toString()).start();
        try {
            ProcessId id = ProcessId.of(process.pid()).orElseThrow();
            assertTrue(id.isAlive());
            assertTrue(id.startTicks() > 0);
            process.getOutputStream().close();
            process.waitFor();
            assertFalse(id.isAlive());
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void workEndsWithTheProcessAtTheLatest() throws Exception {
        Process process = new ProcessBuilder("/bin/cat").start();
        ProcessId id = ProcessId.of(process.pid()).orElseThrow();
        assertTrue(id.isAtWork());
        process.destroyForcibly().waitFor();
        assertFalse(id.isAtWork());
    }

    @Test
    void laterProcessWithTheSameNumberIsAnother() {
        ProcessId now = ProcessId.of(ProcessHandle.current().pid()).orElseThrow();
        assertFalse(new ProcessId(now.pid(), now.startTicks() - 1, now.boot()).isAlive());
    }

    @Test
    void processThatIsNotThereIsNone() {
        assertEquals(Optional.empty(), ProcessId.of(1 << 30));
    }

    @Test
    void idComesBackAsItWasWritten() {
        ProcessId id = new ProcessId(12, 3456, "d2f4");
        assertEquals(id, ProcessId.parse(id.format()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12", "12@", "@", "a@b", "1@b@3"})
    void otherTextIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> ProcessId.parse(text));
    }
}
