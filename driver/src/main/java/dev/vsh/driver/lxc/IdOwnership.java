package dev.vsh.driver.lxc;

import dev.vsh.domain.Filesystem;
import dev.vsh.domain.IdMap;
import dev.vsh.linux.MountInfo;
import dev.vsh.plan.HostTree;
import dev.vsh.plan.HostTree.IdMapping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides whether the ids of files are the container's or the host's: decision 0005. A tree that belongs to an id that
 * the map leads to was made for this container, and stays as it is; one that belongs to an id of the container is shown
 * through a mapped mount.
 *
 * @param map the container's
 * @param mounts the host's
 */
record IdOwnership(IdMap map, List<MountInfo> mounts) {
    /** What accepts a mapped mount, as far as one can know: kernels learn more of them with time. */
    private static final Set<String> MAPPABLE =
            Set.of(
                    "ext2",
                    "ext3",
                    "ext4",
                    "xfs",
                    "btrfs",
                    "f2fs",
                    "tmpfs",
                    "squashfs",
                    "erofs",
                    "vfat");

    Optional<IdMapping> of(Filesystem filesystem, HostTree.Origin origin) {
        return isMapped(filesystem, origin)
                ? Optional.of(new IdMapping(refusal(origin)))
                : Optional.empty();
    }

    private boolean isMapped(Filesystem filesystem, HostTree.Origin origin) {
        if (filesystem.accessMode().equals("mapped")) {
            return true;
        }
        return switch (origin) {
            case HostTree.Origin.Existing(String path, boolean _) ->
                    !path.equals("/") && belongsToContainer(Path.of(path));
            // Nobody can look before it is mounted, and images are made with a container's ids.
            case HostTree.Origin.Image _, HostTree.Origin.Device _ -> true;
        };
    }

    private boolean belongsToContainer(Path path) {
        try {
            long owner = ((Number) Files.getAttribute(path, "unix:uid")).longValue();
            return map.uids().stream().noneMatch(range -> isIn(range.target(), range, owner))
                    && map.uids().stream().anyMatch(range -> isIn(range.start(), range, owner));
        } catch (IOException _) {
            // It cannot be opened either, and that will be told.
            return false;
        }
    }

    private static boolean isIn(long first, IdMap.Range range, long id) {
        return id >= first && id - first < range.count();
    }

    private String refusal(HostTree.Origin origin) {
        String root = map.uids().getFirst().target() + ":" + map.gids().getFirst().target();
        return switch (origin) {
            case HostTree.Origin.Existing(String path, boolean _) ->
                    unmappable(Path.of(path))
                            + " cannot be mapped; use another filesystem there, or give the"
                            + " files to the container's ids: chown -R "
                            + root;
            case HostTree.Origin.Image(String _, var type) ->
                    "this kernel cannot map " + type.kernelName();
            case HostTree.Origin.Device(String _, var type) ->
                    "this kernel cannot map " + type.kernelName();
        };
    }

    /** What is known not to be mappable, else all that it could be. */
    private String unmappable(Path path) {
        List<MountInfo> involved = new ArrayList<>();
        holding(path).ifPresent(involved::add);
        mounts.stream().filter(mount -> isBelow(mount, path)).forEach(involved::add);
        List<MountInfo> suspects =
                involved.stream().filter(mount -> !MAPPABLE.contains(mount.type())).toList();
        return (suspects.isEmpty() ? involved : suspects)
                .stream()
                        .map(mount -> mount.type() + " on '" + mount.mountPoint() + "'")
                        .collect(Collectors.joining(", "));
    }

    private static boolean isBelow(MountInfo mount, Path path) {
        Path point = Path.of(mount.mountPoint());
        return point.startsWith(path) && !point.equals(path);
    }

    /** The mount that the path is on: the longest that leads there, and of those at one place the last. */
    private Optional<MountInfo> holding(Path path) {
        return mounts.stream()
                .filter(mount -> path.startsWith(mount.mountPoint()))
                .reduce(
                        (one, other) ->
                                other.mountPoint().length() >= one.mountPoint().length()
                                        ? other
                                        : one);
    }
}
