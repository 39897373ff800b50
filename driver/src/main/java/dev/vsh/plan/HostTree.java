package dev.vsh.plan;

import dev.vsh.domain.ByteSize;

import java.util.Optional;

/**
 * Files that the host gives to a container.
 *
 * @param idMapping when the ids on disk are to be read as the container's: a file of uid 0 is its root's
 * @param limit how much they may become; only of a subvolume of btrfs
 */
public record HostTree(Origin origin, Optional<IdMapping> idMapping, Optional<ByteSize> limit) {
    public HostTree(Origin origin, Optional<IdMapping> idMapping) {
        this(origin, idMapping, Optional.empty());
    }

    public static HostTree folder(String path) {
        return new HostTree(new Origin.Existing(path, true), Optional.empty());
    }

    public String path() {
        return origin.path();
    }

    boolean isFolder() {
        return switch (origin) {
            case Origin.Existing(String _, boolean folder) -> folder;
            case Origin.Image _, Origin.Device _ -> true;
        };
    }

    /** Where they are. */
    public sealed interface Origin {
        /** On the host. */
        String path();

        /** A folder or, when not {@code folder}, a file; everything mounted below comes with it. */
        record Existing(String path, boolean folder) implements Origin {}

        /** The filesystem in a file, by way of a loop device. */
        record Image(String path, FilesystemType type) implements Origin {}

        /** The filesystem on a block device. */
        record Device(String path, FilesystemType type) implements Origin {}
    }

    /**
     * @param refusal what to tell people when a filesystem of the tree cannot be mapped
     */
    public record IdMapping(String refusal) {}
}
