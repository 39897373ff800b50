package dev.vsh.driver.lxc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

final class ContainerLogTest {
    private static final String LONG = "x".repeat((1 << 20) + 1);

    @TempDir Path folder;

    private ContainerLog log(String name) {
        return new ContainerLog(folder, name);
    }

    @Test
    void longLogBecomesTheOlderOne() throws IOException {
        Files.writeString(folder.resolve("web.log"), LONG);
        log("web").begin();
        assertEquals(LONG, Files.readString(folder.resolve("web.log.1")));
        assertTrue(Files.readString(folder.resolve("web.log")).endsWith(": starting up\n"));
    }

    @Test
    void notesAreBoundedToo() throws IOException {
        log("web").note("of a domain that was never started");
        assertFalse(Files.exists(folder.resolve("web.log")));
        Files.writeString(folder.resolve("web.log"), LONG);
        log("web").note("first\nsecond");
        assertEquals(LONG, Files.readString(folder.resolve("web.log.1")));
        assertTrue(Files.readString(folder.resolve("web.log")).endsWith(": first; second\n"));
    }

    @Test
    void logOfWhatADriverWroteGoesWithItsDomain() throws IOException {
        log("web").begin();
        log("web").note("lifecycle Stopped Shutdown: exited with status 0");
        log("web").removeIfOurs();
        assertFalse(Files.exists(folder.resolve("web.log")));
        log("web").begin();
        Files.writeString(folder.resolve("web.log"), "no room", StandardOpenOption.APPEND);
        log("web").removeIfOurs();
        assertTrue(Files.exists(folder.resolve("web.log")));
    }

    @Test
    void shortLogGoesOn() throws IOException {
        log("web").begin();
        log("web").begin();
        assertEquals(2, Files.readAllLines(folder.resolve("web.log")).size());
        assertFalse(Files.exists(folder.resolve("web.log.1")));
    }

    @Test
    void bothAreRenamedAndRemoved() throws IOException {
        Files.writeString(folder.resolve("web.log"), LONG);
        log("web").begin();
        log("web").rename("other");
        assertTrue(Files.exists(folder.resolve("other.log.1")));
        assertTrue(Files.exists(folder.resolve("other.log")));
        log("other").remove();
        try (var left = Files.list(folder)) {
            assertEquals(0, left.count());
        }
    }

    @Test
    void folderInItsPlaceIsNoReasonNotToStartAndStays() throws IOException {
        Path inTheWay = Files.createDirectories(folder.resolve("web.log/theirs"));
        ContainerLog.Begun begun = log("web").begin();
        assertEquals(Path.of("/dev/null"), begun.file());
        assertTrue(begun.trouble().orElseThrow().contains("web.log'"), begun.toString());
        log("web").remove();
        assertTrue(Files.exists(inTheWay));
    }
}
