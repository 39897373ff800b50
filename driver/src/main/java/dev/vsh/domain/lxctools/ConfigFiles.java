package dev.vsh.domain.lxctools;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The files that a configuration speaks of. Bytes that are no UTF-8 become question marks: LXC reads bytes. */
final class ConfigFiles {
    /** In bytes; that of a generous configuration is a hundredth of it. */
    private static final int MAX_SIZE = 1024 * 1024;

    private ConfigFiles() {}

    /**
     * @throws IOException for what is no file, or too long to be a configuration
     */
    static String read(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        // A device or a pipe would never end.
        if (!Files.isRegularFile(file)) {
            throw new IOException("it is no regular file");
        }
        try (var stream = Files.newInputStream(file)) {
            byte[] bytes = stream.readNBytes(MAX_SIZE + 1);
            if (bytes.length > MAX_SIZE) {
                throw new IOException("it is longer than " + MAX_SIZE + " bytes");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    /** Whether a document could hold it: XML has no control characters, and no half ones. */
    static boolean isText(String line) {
        return line.codePoints()
                .allMatch(
                        point ->
                                (point >= ' ' || point == '\t')
                                        && (point < Character.MIN_SURROGATE
                                                || point > Character.MAX_SURROGATE)
                                        && point != 0xfffe
                                        && point != 0xffff);
    }

    /** What LXC takes of an included folder, in the order of the names. */
    static List<Path> includedBy(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, "?*.conf")) {
            stream.forEach(files::add);
        }
        Collections.sort(files);
        return files;
    }

    /** Nothing for a text that cannot be a path. */
    static Optional<Path> path(Path folder, String text) {
        try {
            return Optional.of(folder.resolve(text));
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    static boolean isRegularFile(String path) {
        return path(Path.of("/"), path).filter(Files::isRegularFile).isPresent();
    }

    static boolean isFolder(String path) {
        return path(Path.of("/"), path).filter(Files::isDirectory).isPresent();
    }

    static boolean exists(String path) {
        return path(Path.of("/"), path).filter(Files::exists).isPresent();
    }

    static String reason(IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> "No such file or directory";
            case AccessDeniedException _ -> "Permission denied";
            default -> String.valueOf(e.getMessage());
        };
    }
}
