package dev.vsh.shell.verb;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;

/** What is added to a file, and to the one that takes its place when it has grown long. */
final class FollowedFile implements AutoCloseable {
    private final Path path;
    private InputStream opened;
    private Optional<Object> key;

    FollowedFile(Path path) throws IOException {
        this.path = path;
        this.opened = Files.newInputStream(path);
        this.key = key(path);
    }

    /** All that has not been read yet. */
    byte[] read() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(opened.readAllBytes());
        Optional<Object> now = key(path);
        if (now.isPresent() && !now.equals(key)) {
            // What was written to the old one since the last look.
            bytes.writeBytes(opened.readAllBytes());
            opened.close();
            opened = Files.newInputStream(path);
            key = now;
            bytes.writeBytes(opened.readAllBytes());
        }
        return bytes.toByteArray();
    }

    /** Which file has that name; none has it for a moment while it is replaced. */
    private static Optional<Object> key(Path path) throws IOException {
        try {
            return Optional.of(
                    Objects.requireNonNull(
                            Files.readAttributes(path, BasicFileAttributes.class).fileKey()));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }

    @Override
    public void close() throws IOException {
        opened.close();
    }
}
