package dev.vsh.cgroup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file of lines that are a key and a number, as {@code cpu.stat}. */
record FlatFile(List<String> lines) {
    static final FlatFile EMPTY = new FlatFile(List.of());

    FlatFile {
        lines = List.copyOf(lines);
    }

    /** Empty when it is not there, as after a container's end. */
    static FlatFile read(Path folder, String file) {
        try {
            return new FlatFile(Files.readAllLines(folder.resolve(file)));
        } catch (IOException _) {
            return EMPTY;
        }
    }

    /** Zero when there is no such key. */
    long number(String key) {
        return lines.stream()
                .filter(line -> line.startsWith(key + " "))
                .findFirst()
                .map(line -> Long.parseLong(line.substring(key.length() + 1).strip()))
                .orElse(0L);
    }
}
