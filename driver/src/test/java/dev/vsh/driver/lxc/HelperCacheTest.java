package dev.vsh.driver.lxc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

final class HelperCacheTest {
    @TempDir private Path folder;

    private Path jar;
    private Path cache;

    @BeforeEach
    void makeCache() throws IOException {
        jar = Files.writeString(folder.resolve("driver.jar"), "");
        Files.writeString(folder.resolve("jars.id"), "abc\n");
        cache = Files.writeString(folder.resolve("helper-abc.aot"), "");
        Files.setLastModifiedTime(jar, FileTime.from(Instant.EPOCH));
    }

    private Optional<Path> found() {
        return HelperCache.of(List.of(jar));
    }

    @Test
    void cacheOfTheseJarsIsFound() {
        assertEquals(Optional.of(cache), found());
    }

    @Test
    void cacheOfOtherJarsIsNot() throws IOException {
        Files.writeString(folder.resolve("jars.id"), "def\n");
        assertEquals(Optional.empty(), found());
    }

    @Test
    void jarThatIsNewerIsAnother() throws IOException {
        Files.setLastModifiedTime(jar, FileTime.from(Instant.now().plusSeconds(1)));
        assertEquals(Optional.empty(), found());
    }

    @Test
    void folderWithoutCachesHasNone() throws IOException {
        Files.delete(folder.resolve("jars.id"));
        assertEquals(Optional.empty(), found());
    }
}
