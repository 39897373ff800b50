package dev.vsh.driver.lxc;

import dev.vsh.domain.ByteSize;
import dev.vsh.domain.Filesystem;
import dev.vsh.domain.FilesystemSource;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds out whether a folder of the host can hold {@code <space_hard_limit>}: decision 0014. */
final class SpaceLimit {
    /** BTRFS_FIRST_FREE_OBJECTID in {@code linux/btrfs_tree.h}: the top of every subvolume, and of nothing else. */
    private static final long SUBVOLUME = 256;

    private SpaceLimit() {}

    /**
     * @throws DriverException CONFIG_UNSUPPORTED when the folder cannot be limited
     */
    static Optional<ByteSize> of(Filesystem filesystem) {
        if (!(filesystem.source() instanceof FilesystemSource.Mount(String path))) {
            return Optional.empty();
        }
        filesystem
                .spaceHardLimit()
                .ifPresent(
                        _ ->
                                obstacle(Path.of(path))
                                        .ifPresent(reason -> refuse(filesystem, path, reason)));
        return filesystem.spaceHardLimit();
    }

    private static Optional<String> obstacle(Path path) {
        try {
            String type = Files.getFileStore(path).type();
            if (!type.equals("btrfs")) {
                return Optional.of("is on " + type);
            }
            long inode = ((Number) Files.getAttribute(path, "unix:ino")).longValue();
            return inode == SUBVOLUME ? Optional.empty() : Optional.of("is within a subvolume");
        } catch (IOException e) {
            return Optional.of("cannot be looked at (" + e.getMessage() + ")");
        }
    }

    private static void refuse(Filesystem filesystem, String path, String reason) {
        throw new DriverException(
                ErrorCode.CONFIG_UNSUPPORTED,
                "<space_hard_limit> of filesystem '"
                        + filesystem.target()
                        + "' is not supported: '"
                        + path
                        + "' "
                        + reason
                        + ", and only a subvolume of btrfs can be limited; an image (type 'file')"
                        + " has a size of its own");
    }
}
