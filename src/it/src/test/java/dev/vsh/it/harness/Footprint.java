package dev.vsh.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a host has that containers could add to.
 *
 * @param mounts mount point and type of each, of this process's mount namespace
 * @param partitions folders of the partition {@code /machine}, in whichever hierarchy
 */
record Footprint(Set<String> mounts, Set<Path> partitions) {
    static Footprint now() {
        return new Footprint(mountsNow(), partitionsNow());
    }

    private static Set<String> mountsNow() {
        return mountInfo().stream()
                .map(fields -> fields[4] + " (" + type(fields) + ")")
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String[]> mountInfo() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/mountinfo"))) {
            return lines.map(line -> line.split(" ")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Behind the separator, as the optional fields before it are of any number. */
    private static String type(String[] fields) {
        int separator = List.of(fields).indexOf("-");
        return fields[separator + 1];
    }

    /** Where the hierarchies are, of both versions. */
    static List<Path> hierarchies() {
        return mountInfo().stream()
                .filter(fields -> type(fields).startsWith("cgroup"))
                .map(fields -> Path.of(fields[4]))
                .toList();
    }

    private static Set<Path> partitionsNow() {
        return hierarchies().stream()
                .map(mountPoint -> mountPoint.resolve("machine"))
                .filter(Files::isDirectory)
                .collect(Collectors.toSet());
    }
}
