package dev.vsh.driver.lxc;

import dev.vsh.domain.Filesystem;
import dev.vsh.domain.FilesystemSource;
import dev.vsh.linux.MountInfo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Tells the mount of a {@code <filesystem>} from what a container may have mounted in its place.
 *
 * @param host what is mounted on the host
 */
record MountIdentity(List<MountInfo> host) {
    /** Where nobody can tell, as the source is not there any more, or is the container's own, it is said to be the one. */
    boolean matches(Filesystem filesystem, MountInfo mount) {
        return switch (filesystem.source()) {
            case FilesystemSource.Mount(String folder) -> isPartOfHost(folder, mount);
            case FilesystemSource.Block(String device) -> mount.source().equals(device);
            case FilesystemSource.File(String image) -> isOfImage(image, mount);
            case FilesystemSource.Ram _ -> mount.type().equals("tmpfs");
            case FilesystemSource.Bind _, FilesystemSource.Template _, FilesystemSource.Volume _ ->
                    true;
        };
    }

    static String describe(MountInfo mount) {
        return mount.type() + " '" + mount.source() + "'";
    }

    private boolean isPartOfHost(String folder, MountInfo mount) {
        Path real;
        try {
            real = Path.of(folder).toRealPath();
        } catch (IOException _) {
            return true;
        }
        return holding(real)
                .map(
                        on ->
                                mount.device().equals(on.device())
                                        && mount.root().equals(root(on, real)))
                .orElse(true);
    }

    private static String root(MountInfo on, Path path) {
        Path below = Path.of(on.mountPoint()).relativize(path);
        return Path.of(on.root()).resolve(below).normalize().toString();
    }

    /** The longest that leads there, and of those at one place the last. */
    private Optional<MountInfo> holding(Path path) {
        return host.stream()
                .filter(mount -> path.startsWith(mount.mountPoint()))
                .reduce(
                        (one, other) ->
                                other.mountPoint().length() >= one.mountPoint().length()
                                        ? other
                                        : one);
    }

    private static boolean isOfImage(String image, MountInfo mount) {
        String device = mount.source().replaceFirst("^/dev/", "");
        Path backing = Path.of("/sys/block").resolve(device).resolve("loop/backing_file");
        try {
            return Files.readString(backing).strip().equals(Path.of(image).toRealPath().toString());
        } catch (IOException _) {
            return device.startsWith("loop");
        }
    }
}
