package dev.vsh.driver.lxc.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;

final class StateFileTest {
    @TempDir Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("run/web.status");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void textComesBackAsItWasWritten(boolean durable) {
        StateFile.write(file, "größer\n", durable);
        assertEquals(Optional.of("größer\n"), StateFile.read(file));
    }

    @Test
    void shorterTextReplacesALongerOneWhole() {
        StateFile.write(file, "long text", false);
        StateFile.write(file, "short", false);
        assertEquals(Optional.of("short"), StateFile.read(file));
    }

    @Test
    void fileThatIsNotThereIsEmpty() {
        assertEquals(Optional.empty(), StateFile.read(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "<domain>", "<domain>\n  <name>a</name>\n</doma"})
    void documentWithoutItsEndIsDamaged(String text) {
        StateFile.write(file, text, false);
        String message =
                assertThrows(
                                DriverException.class,
                                () -> StateFile.readDocument(file, "the definition", "define it"))
                        .getMessage();
        assertTrue(message.contains("the definition, '" + file + "', is damaged"), message);
        assertTrue(message.endsWith("; define it"), message);
    }

    @Test
    void wholeDocumentIsRead() {
        StateFile.write(file, "<domain>\n</domain>\n", false);
        assertEquals(
                Optional.of("<domain>\n</domain>\n"),
                StateFile.readDocument(file, "the definition", "define it"));
    }

    @Test
    void draftOfAWriteThatWasCutOffGoesWithTheFile() throws IOException {
        StateFile.write(file, "text", false);
        Files.writeString(file.resolveSibling("web.status.new"), "te");
        StateFile.delete(file);
        assertEquals(List.of(), List.of(file.getParent().toFile().list()));
    }

    @Test
    void nothingButTheFileIsLeft() {
        StateFile.write(file, "text", true);
        assertEquals(List.of("web.status"), List.of(file.getParent().toFile().list()));
    }

    /** The draft cannot be written: a folder is in its place, as a full disk would be. */
    @Test
    void writeThatFailsLeavesTheOldText() throws IOException {
        StateFile.write(file, "old", false);
        Files.createDirectories(folder.resolve("run/web.status.new/in-the-way"));
        DriverException failure =
                assertThrows(DriverException.class, () -> StateFile.write(file, "new", false));
        assertEquals(ErrorCode.SYSTEM_ERROR, failure.code());
        assertTrue(failure.getMessage().contains("cannot write '" + file + "': "));
        assertEquals(Optional.of("old"), StateFile.read(file));
    }

    @Test
    void renameThatFailsLeavesNoDraft() throws IOException {
        Files.createDirectories(file.resolve("in-the-way"));
        assertThrows(DriverException.class, () -> StateFile.write(file, "new", false));
        assertFalse(Files.exists(folder.resolve("run/web.status.new")));
    }

    @Test
    void readerSeesTheOldTextOrTheNewOne() throws InterruptedException {
        String one = "1".repeat(20_000);
        String two = "2".repeat(30_000);
        StateFile.write(file, one, false);
        Thread writer =
                Thread.ofPlatform()
                        .start(
                                () -> {
                                    for (int i = 0; i < 300; i++) {
                                        StateFile.write(file, i % 2 == 0 ? two : one, false);
                                    }
                                });
        while (writer.isAlive()) {
            String text = StateFile.read(file).orElseThrow();
            assertTrue(text.equals(one) || text.equals(two));
        }
        writer.join();
    }

    @Test
    void folderIsForItsOwnerAlone() throws IOException {
        StateFile.write(file, "text", false);
        assertEquals(
                "rwx------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())));
    }

    @Test
    void namesAreListedWithoutTheirSuffixInOrder() {
        for (String name : List.of("b.xml", "a.xml", "c.status", "d.xml.new")) {
            StateFile.write(folder.resolve(name), "text", false);
        }
        assertEquals(List.of("a", "b"), StateFile.list(folder, ".xml"));
    }

    @Test
    void folderThatIsNotThereHasNoNames() {
        assertEquals(List.of(), StateFile.list(folder.resolve("nothing"), ".xml"));
    }

    @Test
    void deletingWhatIsNotThereIsNoFault() {
        StateFile.delete(file);
        assertFalse(Files.exists(file));
    }

    @Test
    void failureNamesTheFileAndTheReason() throws IOException {
        Files.createDirectories(file.resolve("x"));
        DriverException failure = assertThrows(DriverException.class, () -> StateFile.delete(file));
        assertTrue(failure.getMessage().contains("cannot remove '" + file + "'"));
    }
}
