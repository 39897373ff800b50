package dev.vsh.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The editor is a stream editor, so nobody has to type. */
class EditTest {
    private static final String BREAK = "sed -i s/memory/memori/g";

    @TempDir private Path folder;

    @Test
    void editedDocumentReplacesTheDefinition() throws IOException {
        ShellRun run =
                edit(
                        "sed -i s,/bin/cat,/bin/dog,",
                        "",
                        "edit test; dumpxml test --inactive --xpath //init");

        assertEquals(
                """
                Domain 'test' XML configuration edited.

                <init>/bin/dog</init>

                """,
                run.results());
        assertEquals(List.of(), leftovers());
    }

    @Test
    void sameTextChangesNothing() throws IOException {
        ShellRun run = edit("true", "", "edit test");

        assertEquals("Domain 'test' XML configuration not changed.\n\n", run.results());
        assertEquals(List.of(), leftovers());
    }

    @Test
    void visualOutranksEditor() {
        ShellRun run =
                new ShellRun()
                        .withVariable("TMPDIR", folder.toString())
                        .withVariable("VISUAL", "true")
                        .withVariable("EDITOR", "false")
                        .run("-c", "test:///default", "edit", "test");

        assertEquals(0, run.status());
    }

    @Test
    void failingEditorChangesNothing() throws IOException {
        ShellRun run = edit("false", "", "edit test");

        assertEquals("error: editor 'false' ended with exit status 1\n", run.errors());
        assertEquals(1, run.status());
        assertEquals(List.of(), leftovers());
    }

    @Test
    void textOfAnEditorThatFailsIsKept() throws IOException {
        Path editor = folder.resolve("editor");
        Files.writeString(editor, "#!/bin/sh\nsed -i 's,/bin/cat,/bin/dog,' \"$1\"; exit 9\n");
        ShellRun run = edit("sh " + editor, "", "edit test");
        Files.delete(editor);

        assertEquals(1, leftovers().size());
        Path kept = leftovers().getFirst();
        assertEquals(
                "error: editor 'sh "
                        + editor
                        + "' ended with exit status 9; changes kept in '"
                        + kept
                        + "'\n",
                run.errors());
        assertTrue(Files.readString(kept).contains("/bin/dog"));
    }

    @Test
    void userMayThrowTheTextAway() throws IOException {
        ShellRun run = edit(BREAK, "?\ny\nn\n", "edit test");

        assertTrue(run.results().contains("Failed. Try again? [y,n,i,f,?]: y - yes, start"));
        assertTrue(run.errors().contains("error: XML document failed to validate"), run.errors());
        assertTrue(run.errors().endsWith("error: changes thrown away\n"), run.errors());
        assertEquals(List.of(), leftovers());
    }

    @Test
    void textIsKeptWhenNobodyAnswers() throws IOException {
        ShellRun run = edit(BREAK, "", "edit test");

        assertEquals(1, leftovers().size());
        Path kept = leftovers().getFirst();
        assertTrue(run.errors().endsWith("error: changes kept in '" + kept + "'\n"), run.errors());
        assertTrue(Files.readString(kept).contains("<memori"));
    }

    @Test
    void validationCanBeTurnedOff() {
        String addUnknown = "sed -i 's,<devices>,<nonsense/><devices>,'";

        assertEquals(1, edit(addUnknown, "n\n", "edit test").status());
        assertEquals(0, edit(addUnknown, "i\n", "edit test").status());
        assertEquals(0, edit(addUnknown, "", "edit test --skip-validate").status());
    }

    private ShellRun edit(String editor, String answers, String command) {
        return new ShellRun()
                .withVariable("TMPDIR", folder.toString())
                .withVariable("EDITOR", editor)
                .withInput(answers)
                .run("-c", "test:///default", command);
    }

    private List<Path> leftovers() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
