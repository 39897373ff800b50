package dev.vsh.shell.session;

import dev.vsh.shell.command.CommandException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Text in a file that only its owner can read, gone at the end unless it is kept. */
public final class TemporaryText implements AutoCloseable {
    private final Path file;
    private boolean kept;

    public TemporaryText(Path folder, String text) {
        try {
            file = Files.createTempFile(folder, "vsh", ".xml");
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new CommandException("cannot write a temporary file in '" + folder + "'", e);
        }
    }

    public Path file() {
        return file;
    }

    public String read() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new CommandException("cannot read temporary file '" + file + "'", e);
        }
    }

    /** Leaves the file where it is. */
    public void keep() {
        kept = true;
    }

    @Override
    public void close() {
        try {
            if (!kept) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new CommandException("cannot remove temporary file '" + file + "'", e);
        }
    }
}
