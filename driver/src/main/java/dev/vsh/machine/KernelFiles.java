package dev.vsh.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a kernel tells in files, below any root. */
record KernelFiles(Path root) {
    /** All lines of a file that has to be there. */
    List<String> lines(String file) {
        try {
            return Files.readAllLines(root.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read /" + file + ": " + e.getMessage(), e);
        }
    }

    /** The text of a file without blanks around it; empty where there is none, or none to read. */
    Optional<String> text(String file) {
        try {
            return Optional.of(Files.readString(root.resolve(file)).strip());
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    long number(String file) {
        return text(file).map(Long::parseLong).orElse(0L);
    }

    /** Where a folder really is, as an absolute path below the root. */
    String target(String folder) {
        try {
            return "/" + root.toRealPath().relativize(root.resolve(folder).toRealPath());
        } catch (IOException _) {
            return "/" + folder;
        }
    }

    /** The names in a folder, sorted; none where there is no folder. */
    List<String> names(String folder) {
        if (!Files.isDirectory(root.resolve(folder))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(root.resolve(folder))) {
            return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list /" + folder + ": " + e.getMessage(), e);
        }
    }
}
