package dev.vsh.driver.lxc;

import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.driver.lxc.store.FileTrouble;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A domain's log: when it was started, and what its helper has to say. */
final class ContainerLog {
    private static final String STARTING = "starting up";

    /** What tells our lines from those of a helper. */
    private static final Pattern OURS = Pattern.compile("[-0-9]+T[0-9:.]+Z: .*");

    private static final String SUFFIX = ".log";
    private static final String OLDER = ".log.1";

    /** More than a helper says in years; one that says more has a loop, or a broken filesystem below it. */
    private static final long LIMIT = 1 << 20;

    private final Path folder;
    private final String domain;
    private final Path file;

    ContainerLog(Path folder, String domain) {
        this.folder = folder;
        this.domain = domain;
        this.file = folder.resolve(domain + SUFFIX);
    }

    /**
     * What a helper writes on.
     *
     * @param file the log, or what swallows everything
     * @param trouble why it is not the log
     */
    record Begun(Path file, Optional<String> trouble) {}

    /** Notes a start. No start fails for want of a log. */
    Begun begin() {
        try {
            note();
            return new Begun(file, Optional.empty());
        } catch (IOException e) {
            return new Begun(
                    HelperProcess.NOWHERE,
                    Optional.of("cannot write log file '" + file + "': " + FileTrouble.reason(e)));
        }
    }

    private void note() throws IOException {
        Files.createDirectories(
                folder,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        turn();
        append(STARTING);
    }

    private void append(String text) throws IOException {
        Files.writeString(
                file,
                Instant.now() + ": " + text.strip().replace("\n", "; ") + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    /**
     * Adds what happened since; of a domain that has never been started there is no log. A helper that runs goes on
     * writing on the file that has become the older one.
     */
    void note(String text) {
        try {
            if (Files.isRegularFile(file)) {
                turn();
                append(text);
            }
        } catch (IOException _) {
            // The start has told of it.
            return;
        }
    }

    /** A log that has grown long becomes the older one. */
    private void turn() throws IOException {
        if (Files.exists(file) && Files.size(file) > LIMIT) {
            move(file, folder.resolve(domain + OLDER));
        }
    }

    private static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Removes the log when there is nothing on it but what a driver wrote. */
    void removeIfOurs() {
        try (Stream<String> lines = Files.lines(file)) {
            if (Files.exists(folder.resolve(domain + OLDER))
                    || !lines.allMatch(line -> OURS.matcher(line).matches())) {
                return;
            }
        } catch (IOException | UncheckedIOException _) {
            // Not there, or no text: nothing that we would have written.
            return;
        }
        remove();
    }

    /** What was written before stays with the domain. */
    void rename(String other) {
        for (String suffix : List.of(OLDER, SUFFIX)) {
            try {
                move(folder.resolve(domain + suffix), folder.resolve(other + suffix));
            } catch (NoSuchFileException _) {
                // It has never been started, or not said much.
            } catch (IOException e) {
                throw new DriverException(
                        ErrorCode.SYSTEM_ERROR,
                        "cannot rename log file '" + file + "': " + FileTrouble.reason(e),
                        e);
            }
        }
    }

    /** Empty when there is none yet. */
    Optional<Path> written() {
        return Optional.of(file).filter(Files::exists);
    }

    /** The domain is forgotten, and its log with it. A folder of that name is somebody else's. */
    void remove() {
        try {
            for (String suffix : List.of(OLDER, SUFFIX)) {
                Path log = folder.resolve(domain + suffix);
                if (!Files.isDirectory(log, LinkOption.NOFOLLOW_LINKS)) {
                    Files.deleteIfExists(log);
                }
            }
        } catch (IOException e) {
            throw new DriverException(
                    ErrorCode.SYSTEM_ERROR,
                    "cannot remove log file '" + file + "': " + FileTrouble.reason(e),
                    e);
        }
    }
}
