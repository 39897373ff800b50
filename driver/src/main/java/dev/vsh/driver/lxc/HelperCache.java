package dev.vsh.driver.lxc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds the AOT cache of helpers: decision 0004. */
final class HelperCache {
    private HelperCache() {}

    /**
     * The cache beside {@code jars} that was made of them. The JVM checks only that it was made by the same JDK; so
     * its name has a checksum of the jars, which came with them in a file, and it is newer than they are.
     *
     * @param jars of a helper's class path
     */
    static Optional<Path> of(List<Path> jars) {
        try {
            Path folder = jars.getFirst().resolveSibling("");
            String id = Files.readString(folder.resolve("jars.id")).strip();
            Path cache = folder.resolve("helper-" + id + ".aot");
            for (Path jar : jars) {
                if (Files.getLastModifiedTime(jar).compareTo(Files.getLastModifiedTime(cache))
                        > 0) {
                    return Optional.empty();
                }
            }
            return Files.isReadable(cache) ? Optional.of(cache) : Optional.empty();
        } catch (IOException _) {
            // Not there: then it works without.
            return Optional.empty();
        }
    }
}
