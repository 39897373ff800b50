package dev.vsh.shell.session;

import dev.vsh.shell.command.CommandException;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The program that the user edits files with: {@code $VISUAL}, else {@code $EDITOR}, else vi. */
public final class TextEditor {
    private final Map<String, String> environment;
    private final HostShell shell;

    public TextEditor(Map<String, String> environment, HostShell shell) {
        this.environment = environment;
        this.shell = shell;
    }

    /**
     * Returns when the user has left the editor.
     *
     * @throws CommandException when it could not be run, or says that it failed
     */
    public void edit(Path file) {
        String program = variable("VISUAL").or(() -> variable("EDITOR")).orElse("vi");
        // a shell, because the variables may hold arguments: EDITOR="emacs -nw"
        int status = shell.run(program + " \"$1\"", file);
        if (status != 0) {
            throw new CommandException("editor '" + program + "' ended with exit status " + status);
        }
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }
}
