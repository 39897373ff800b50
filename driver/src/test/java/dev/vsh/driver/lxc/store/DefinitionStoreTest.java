package dev.vsh.driver.lxc.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

final class DefinitionStoreTest {
    private static final String DOCUMENT =
            "<domain>\n  <name>%s</name>\n  <title>&lt;name>old</title>\n</domain>\n";

    @TempDir Path folder;

    private DefinitionStore store;

    @BeforeEach
    void open() {
        store = new DefinitionStore(Folders.below(folder));
    }

    @Test
    void renamedDocumentIsUnderTheNewNameOnly() {
        store.write("old", DOCUMENT.formatted("old"));
        store.setAutostart("old", true);
        store.rename("old", "new");
        assertEquals(List.of("new"), store.names());
        assertTrue(store.isAutostart("new"));
        assertFalse(store.isAutostart("old"));
    }

    @Test
    void documentHasTheNameOfItsFileWhereARenamingBrokeOff() throws IOException {
        store.write("old", DOCUMENT.formatted("old"));
        Files.move(store.file("old"), store.file("a&b"));
        assertEquals(Optional.of(DOCUMENT.formatted("a&amp;b")), store.read("a&b"));
    }

    @Test
    void otherDocumentsAreReadAsTheyAre() {
        store.write("old", DOCUMENT.formatted("old"));
        assertEquals(Optional.of(DOCUMENT.formatted("old")), store.read("old"));
    }
}
