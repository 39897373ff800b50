package dev.vsh.shell.verb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

final class FollowedFileTest {
    @TempDir Path folder;

    private static String read(FollowedFile file) throws IOException {
        return new String(file.read(), StandardCharsets.UTF_8);
    }

    @Test
    void nothingIsLostWhenAnotherFileTakesItsPlace() throws IOException {
        Path path = Files.writeString(folder.resolve("log"), "one ");
        try (FollowedFile file = new FollowedFile(path)) {
            assertEquals("one ", read(file));
            Files.writeString(path, "two ", StandardOpenOption.APPEND);
            Files.move(path, folder.resolve("log.1"));
            assertEquals("two ", read(file));
            Files.writeString(folder.resolve("log.1"), "three ", StandardOpenOption.APPEND);
            Files.writeString(path, "four");
            assertEquals("three four", read(file));
            assertEquals("", read(file));
        }
    }
}
