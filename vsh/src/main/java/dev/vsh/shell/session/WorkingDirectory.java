package dev.vsh.shell.session;

import dev.vsh.shell.command.CommandException;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Where relative file names begin. A JVM cannot change its own directory, so the shell keeps one. */
public final class WorkingDirectory {
    private Path path;

    public WorkingDirectory(Path path) {
        this.path = path.toAbsolutePath().normalize();
    }

    public Path path() {
        return path;
    }

    /**
     * @throws CommandException when no file can have that name
     */
    public Path resolve(String fileName) {
        try {
            return path.resolve(fileName);
        } catch (InvalidPathException e) {
            throw new CommandException("'" + fileName + "' is not a file name", e);
        }
    }

    public void change(String directory) {
        Path target = resolve(directory).normalize();
        if (!Files.isDirectory(target)) {
            String reason = Files.exists(target) ? "Not a directory" : "No such file or directory";
            throw new CommandException("cd: " + directory + ": " + reason);
        }
        path = target;
    }
}
