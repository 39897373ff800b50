package dev.vsh.driver.lxc;

import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** A domain's log: when it was started, and what its helper has to say. */
final class ContainerLog {
    private static final String STARTING = ": starting up";

    private final Path folder;
    private final Path file;

    ContainerLog(Path folder, String domain) {
        this.folder = folder;
        this.file = folder.resolve(domain + ".log");
    }

    /**
     * Notes a start.
     *
     * @return the file, for the helper to write on
     */
    Path begin() {
        try {
            Files.createDirectories(
                    folder,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
            Files.writeString(
                    file,
                    Instant.now() + STARTING + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
            return file;
        } catch (IOException e) {
            throw new DriverException(
                    ErrorCode.SYSTEM_ERROR,
                    "cannot write log file '" + file + "': " + e.getMessage(),
                    e);
        }
    }

    /** Removes the log when there is nothing on it but {@link #begin}'s lines. */
    void removeIfOurs() {
        try (Stream<String> lines = Files.lines(file)) {
            if (!lines.allMatch(line -> line.endsWith(STARTING))) {
                return;
            }
        } catch (IOException | UncheckedIOException _) {
            // Not there, or no text: nothing that we would have written.
            return;
        }
        remove();
    }

    /** What was written before stays with the domain. */
    void rename(String domain) {
        try {
            Files.move(
                    file,
                    folder.resolve(domain + ".log"),
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException _) {
            // It has never been started.
        } catch (IOException e) {
            throw new DriverException(
                    ErrorCode.SYSTEM_ERROR,
                    "cannot rename log file '" + file + "': " + e.getMessage(),
                    e);
        }
    }

    /** Empty when there is none yet. */
    Optional<Path> written() {
        return Optional.of(file).filter(Files::exists);
    }

    /** The domain is forgotten, and its log with it. */
    void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new DriverException(
                    ErrorCode.SYSTEM_ERROR,
                    "cannot remove log file '" + file + "': " + e.getMessage(),
                    e);
        }
    }
}
