package dev.vsh.shell.session;

import dev.vsh.shell.command.CommandException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The program that the user edits files with: {@code $VISUAL}, else {@code $EDITOR}, else vi. */
public final class TextEditor {
    private final Map<String, String> environment;
    private final WorkingDirectory directory;

    public TextEditor(Map<String, String> environment, WorkingDirectory directory) {
        this.environment = environment;
        this.directory = directory;
    }

    /**
     * Returns when the user has left the editor.
     *
     * @throws CommandException when it could not be run, or says that it failed
     */
    public void edit(Path file) {
        String program = variable("VISUAL").or(() -> variable("EDITOR")).orElse("vi");
        int status = run(program, file);
        if (status != 0) {
            throw new CommandException("editor '" + program + "' ended with exit status " + status);
        }
    }

    private int run(String program, Path file) {
        // a shell, because the variables may hold arguments: EDITOR="emacs -nw"
        ProcessBuilder builder =
                new ProcessBuilder("/bin/sh", "-c", program + " \"$1\"", "sh", file.toString())
                        .directory(directory.path().toFile())
                        .inheritIO();
        try {
            return builder.start().waitFor();
        } catch (IOException e) {
            throw new CommandException("cannot run editor '" + program + "'", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException("interrupted while waiting for the editor", e);
        }
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }
}
