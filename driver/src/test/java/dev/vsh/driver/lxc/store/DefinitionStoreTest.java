package dev.vsh.driver.lxc.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        store.rename("old", "new");
        assertEquals(List.of("new"), store.names());
        assertEquals(Optional.of(DOCUMENT.formatted("old")), store.read("new"));
    }

    @Test
    void documentIsReadAsItIs() {
        store.write("old", DOCUMENT.formatted("old"));
        assertEquals(Optional.of(DOCUMENT.formatted("old")), store.read("old"));
    }
}
