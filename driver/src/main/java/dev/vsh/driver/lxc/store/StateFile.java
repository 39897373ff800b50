package dev.vsh.driver.lxc.store;

import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Reading and writing of the small files that a driver's state is made of. */
final class StateFile {
    private StateFile() {}

    static Optional<String> read(Path file) {
        // Most of what is looked for is not there, and to be told so by an exception takes six
        // times as long.
        if (!Files.exists(file) && Files.isExecutable(file.toAbsolutePath().getParent())) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(file));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw failure("read", file, e);
        }
    }

    /** Empty also when it is there and cannot be read, for what is known from elsewhere too. */
    static Optional<String> readIfSound(Path file) {
        try {
            return read(file);
        } catch (DriverException _) {
            return Optional.empty();
        }
    }

    /** The same of a document of ours: one that has no end is not sound. */
    static Optional<String> readSoundDocument(Path file) {
        return readIfSound(file).filter(StateFile::hasEnd);
    }

    private static boolean hasEnd(String document) {
        String end = document.stripTrailing();
        return end.endsWith("</domain>") || end.endsWith("</network>");
    }

    /**
     * Reads a document of ours. A disk that lost power may have kept the beginning only.
     *
     * @param what it is, for the message
     * @param advice what somebody can do who is told that it is damaged
     */
    static Optional<String> readDocument(Path file, String what, String advice) {
        Optional<String> text;
        try {
            text = read(file);
        } catch (DriverException e) {
            throw new DriverException(e.code(), e.getMessage() + "; " + advice, e);
        }
        if (text.isPresent() && !hasEnd(text.get())) {
            throw new DriverException(
                    ErrorCode.SYSTEM_ERROR,
                    "%s, '%s', is damaged: %s; %s"
                            .formatted(
                                    what,
                                    file,
                                    text.get().isBlank() ? "it is empty" : "its end is missing",
                                    advice));
        }
        return text;
    }

    /**
     * Replaces a file: a reader, or a crash, sees the old one or the new one.
     *
     * @param durable whether it must survive a loss of power right after
     */
    static void write(Path file, String text, boolean durable) {
        Path draft = draft(file);
        Path folder = Objects.requireNonNull(file.getParent());
        try {
            createFolder(folder);
            try (FileChannel channel =
                    FileChannel.open(
                            draft,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.TRUNCATE_EXISTING,
                            StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                if (durable) {
                    channel.force(true);
                }
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            if (durable) {
                syncFolder(folder);
            }
        } catch (IOException e) {
            draft.toFile().delete();
            throw failure("write", file, e);
        }
    }

    private static Path draft(Path file) {
        return file.resolveSibling(file.getFileName() + ".new");
    }

    /** Gives a file that must survive a loss of power another name, in one step. */
    static void move(Path from, Path to) {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
            syncFolder(Objects.requireNonNull(to.getParent()));
        } catch (IOException e) {
            throw failure("rename", from, e);
        }
    }

    /** The rename itself is in the folder, which has to reach the disk too. */
    private static void syncFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    static void createFolder(Path folder) {
        try {
            Files.createDirectories(
                    folder,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw failure("make folder", folder, e);
        }
    }

    /** Makes a link that survives a loss of power, in place of whatever has its name. */
    static void link(Path link, Path target) {
        try {
            Path folder = Objects.requireNonNull(link.getParent());
            createFolder(folder);
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, target);
            syncFolder(folder);
        } catch (IOException e) {
            throw failure("make link", link, e);
        }
    }

    /** With the draft that a write leaves that was cut off. */
    static void delete(Path file) {
        try {
            Files.deleteIfExists(draft(file));
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw failure("remove", file, e);
        }
    }

    /** The same of what must not be there again after a loss of power. */
    static void deleteForGood(Path file) {
        boolean existed = Files.exists(file, LinkOption.NOFOLLOW_LINKS);
        delete(file);
        if (existed) {
            try {
                syncFolder(Objects.requireNonNull(file.getParent()));
            } catch (IOException e) {
                throw failure("remove", file, e);
            }
        }
    }

    /** Removes a folder of small files, whatever they are called. */
    static void deleteFolder(Path folder) {
        list(folder, "").forEach(name -> delete(folder.resolve(name)));
        delete(folder);
    }

    /** The names of the files in a folder that end in {@code suffix}, without it; sorted. */
    static List<String> list(Path folder, String suffix) {
        List<String> found = new ArrayList<>();
        for (String name : names(folder)) {
            if (name.endsWith(suffix)) {
                found.add(name.substring(0, name.length() - suffix.length()));
            }
        }
        Collections.sort(found);
        return List.copyOf(found);
    }

    private static List<String> names(Path folder) {
        // Of five hundred files this is told in a third of the time, and of a failure nothing.
        String[] names = folder.toFile().list();
        if (names != null) {
            return List.of(names);
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (NoSuchFileException _) {
            return List.of();
        } catch (IOException e) {
            throw failure("list", folder, e);
        }
    }

    static DriverException failure(String verb, Path file, IOException e) {
        return new DriverException(
                ErrorCode.SYSTEM_ERROR,
                "cannot " + verb + " '" + file + "': " + FileTrouble.reason(e),
                e);
    }
}
