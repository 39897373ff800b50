package dev.vsh.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.jna.Library;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;

final class CodeLocationTest {
    @Test
    void classOfAFolderIsInThatFolder() {
        assertEquals(
                Path.of("target/classes").toAbsolutePath(), CodeLocation.of(CodeLocation.class));
    }

    @Test
    void classOfAJarIsInThatJar() {
        Path jar = CodeLocation.of(Library.class);
        assertTrue(Files.isRegularFile(jar), jar::toString);
        assertTrue(jar.getFileName().toString().startsWith("jna"), jar::toString);
    }
}
