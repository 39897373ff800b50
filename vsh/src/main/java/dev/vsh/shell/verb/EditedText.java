package dev.vsh.shell.verb;

import dev.vsh.shell.session.TemporaryText;
import dev.vsh.shell.session.TextEditor;

import java.nio.file.Path;
import java.util.Optional;

/** A text that the user changes in an editor, and that needs no more than that. */
record EditedText(TextEditor editor, Path temporaryFolder) {
    /**
     * @return empty when it is as it was
     */
    Optional<String> of(String before) {
        try (TemporaryText text = new TemporaryText(temporaryFolder, before)) {
            editor.edit(text.file());
            String after = text.read();
            return after.equals(before) ? Optional.empty() : Optional.of(after);
        }
    }
}
