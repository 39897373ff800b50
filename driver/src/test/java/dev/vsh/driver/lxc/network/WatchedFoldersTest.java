package dev.vsh.driver.lxc.network;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Set;

final class WatchedFoldersTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(200);

    @TempDir Path root;

    private Path there;
    private Path missing;
    private WatchedFolders watched;

    @BeforeEach
    void watch() throws IOException {
        there = Files.createDirectory(root.resolve("there"));
        missing = root.resolve("run/vsh/networks");
        watched = new WatchedFolders(Set.of(there, missing), Set.of(".xml"));
    }

    @AfterEach
    void close() {
        watched.close();
    }

    @Test
    void aFileThatComesIsReplacedAndGoesIsHeardOf() throws IOException {
        Path file = Files.createFile(there.resolve("a.xml"));
        assertTrue(watched.await(LONG));
        Path draft = Files.createFile(there.resolve("a.xml.new"));
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        assertTrue(watched.await(LONG));
        Files.delete(file);
        assertTrue(watched.await(LONG));
        assertFalse(watched.await(SHORT));
    }

    @Test
    void otherFilesAreNot() throws IOException {
        Files.createFile(there.resolve("a.leases"));
        Files.createDirectory(root.resolve("elsewhere"));
        assertFalse(watched.await(SHORT));
    }

    @Test
    void aFolderThatIsMadeLaterIsWatchedToo() throws IOException {
        Files.createDirectories(missing);
        assertTrue(watched.await(LONG));
        while (watched.await(SHORT)) {
            // Each folder above it may be told of.
            continue;
        }
        Files.createFile(missing.resolve("b.xml"));
        assertTrue(watched.await(LONG));
        assertFalse(watched.await(SHORT));
    }

    @Test
    void aFolderThatWasRemovedIsWaitedForAgain() throws IOException {
        Files.delete(there);
        assertTrue(watched.await(LONG));
        Files.createDirectory(there);
        assertTrue(watched.await(LONG));
        while (watched.await(SHORT)) {
            continue;
        }
        Files.createFile(there.resolve("a.xml"));
        assertTrue(watched.await(LONG));
    }
}
