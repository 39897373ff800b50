package dev.vsh.it.harness;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A folder with all that is in it; links are never followed. */
public record FolderTree(Path folder) {
    /** Everything that somebody could have changed, by path: kind, bytes, owner, mode, time. */
    public Map<String, String> fingerprint() {
        Map<String, String> prints = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.forEach(file -> prints.put(file.toString(), fingerprint(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return prints;
    }

    private static String fingerprint(Path file) {
        try {
            var attributes =
                    Files.readAttributes(
                            file,
                            "unix:mode,uid,gid,nlink,rdev,lastModifiedTime,ctime",
                            LinkOption.NOFOLLOW_LINKS);
            String content =
                    Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                            ? " " + Arrays.hashCode(Files.readAllBytes(file))
                            : "";
            return new TreeMap<>(attributes) + content;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @throws AssertionError when something is mounted below: then what would be deleted is somebody else's
     */
    public void delete() {
        if (Footprint.now().mounts().stream().anyMatch(mount -> mount.startsWith(folder + "/"))) {
            throw new AssertionError("something is mounted below " + folder);
        }
        try {
            Files.walkFileTree(folder, new Deletion());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Deletion extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
                throws IOException {
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
