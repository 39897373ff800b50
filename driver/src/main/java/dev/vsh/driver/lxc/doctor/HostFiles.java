package dev.vsh.driver.lxc.doctor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files of the host.
 *
 * @param root what stands for {@code /}
 */
record HostFiles(Path root) {
    /**
     * @param path absolute
     */
    Path at(String path) {
        return root.resolve(path.substring(1));
    }

    boolean has(String path) {
        return Files.exists(at(path));
    }

    /** What is in it, without the blanks around it; nothing where nobody can read it. */
    String text(String path) {
        try {
            return new String(Files.readAllBytes(at(path)), StandardCharsets.ISO_8859_1).strip();
        } catch (IOException _) {
            return "";
        }
    }
}
