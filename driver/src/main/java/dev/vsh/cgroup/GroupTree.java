package dev.vsh.cgroup;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/** A group and all below it. Groups come and go while one looks, and one that has gone ends nothing. */
final class GroupTree {
    private GroupTree() {}

    static Stream<Path> of(Path top) {
        File[] below = top.toFile().listFiles(File::isDirectory);
        Stream<Path> deeper =
                below == null
                        ? Stream.empty()
                        : Arrays.stream(below).map(File::toPath).flatMap(GroupTree::of);
        return Stream.concat(Stream.of(top), deeper);
    }
}
