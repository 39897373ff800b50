package dev.vsh.driver.lxc.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

final class LeavingsTest {
    @TempDir Path root;

    private Leavings leavings;

    @BeforeEach
    void prepare() throws IOException {
        leavings = new Leavings(Folders.below(root));
        for (String folder : List.of("etc/autostart", "run")) {
            Files.createDirectories(root.resolve(folder));
        }
    }

    private void make(String... files) throws IOException {
        for (String file : files) {
            Files.writeString(root.resolve(file), "");
        }
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void nameWithALockAndWithoutADefinitionIsNobodys() throws IOException {
        make("run/web.lock", "run/db.lock", "etc/db.xml", "etc/mail.xml");
        assertEquals(List.of("web"), leavings.names());
    }

    @Test
    void folderThatIsNotThereHoldsNothing() {
        assertEquals(List.of(), new Leavings(Folders.below(root.resolve("none"))).names());
    }

    @Test
    void everythingButTheLockIsRemovedAndNothingOfOthers() throws IOException {
        make("run/web.lock", "run/web.status", "run/web.xml.new", "run/web.exit");
        make("etc/web.xml.new", "run/db.status", "etc/db.xml");
        Files.createSymbolicLink(
                root.resolve("etc/autostart/web.xml"), root.resolve("etc/web.xml"));
        leavings.remove("web");
        assertEquals(List.of("etc/db.xml", "run/db.status", "run/web.lock"), files());
    }
}
