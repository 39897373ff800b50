package dev.vsh.driver.lxc;

import dev.vsh.domain.ByteSize;
import dev.vsh.domain.DomainDefinition;
import dev.vsh.domain.Filesystem;
import dev.vsh.domain.FilesystemSource;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.plan.DeviceGrant;
import dev.vsh.plan.FilesystemType;
import dev.vsh.plan.HostTree;
import dev.vsh.plan.MountPlan;
import dev.vsh.plan.RootPlan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plans what a domain's {@code <filesystem>} elements mount; looks at the sources and changes nothing. */
final class FilesystemPlanner {
    private static final int KIND_MASK = 0170000;
    private static final int BLOCK_DEVICE = 0060000;

    private final DomainDefinition domain;
    private final Host host;

    FilesystemPlanner(DomainDefinition domain, Host host) {
        this.domain = domain;
        this.host = host;
    }

    /**
     * @throws DriverException OPERATION_FAILED, CONFIG_UNSUPPORTED naming the source and the reason
     */
    RootPlan root() {
        Optional<Filesystem> root =
                domain.devices().filesystems().stream().filter(Filesystem::isRoot).findFirst();
        if (root.isEmpty()) {
            return new RootPlan(HostTree.folder("/"), false, host.exchange());
        }
        if (!(source(root.get()) instanceof MountPlan.Source.Host(HostTree tree))) {
            throw new DriverException(
                    ErrorCode.CONFIG_UNSUPPORTED,
                    "the root filesystem must have type 'mount', 'file' or 'block'");
        }
        return new RootPlan(tree, isReadonly(root.get(), tree), host.exchange());
    }

    /**
     * @throws DriverException as {@link #root}
     */
    List<MountPlan> mounts() {
        List<MountPlan> mounts = new ArrayList<>();
        for (Filesystem filesystem : domain.devices().filesystems()) {
            if (!filesystem.isRoot()) {
                mounts.add(mount(filesystem));
            }
        }
        return mounts;
    }

    /**
     * @throws DriverException as {@link #root}
     */
    MountPlan mount(Filesystem filesystem) {
        MountPlan.Source source = source(filesystem);
        return new MountPlan(source, filesystem.target(), isReadonly(filesystem, source));
    }

    /** What the container may do with the block devices that it is given, as libvirt allows it. */
    List<DeviceGrant> devices() {
        return domain.devices().filesystems().stream()
                .filter(filesystem -> filesystem.source() instanceof FilesystemSource.Block)
                .map(filesystem -> (FilesystemSource.Block) filesystem.source())
                .map(FilesystemSource.Block::device)
                .distinct()
                .map(this::rule)
                .toList();
    }

    private DeviceGrant rule(String device) {
        boolean writable =
                domain.devices().filesystems().stream()
                        .filter(each -> each.source().equals(new FilesystemSource.Block(device)))
                        .anyMatch(each -> !each.readonly());
        DeviceNumber number = DeviceNumber.of(attribute(Path.of(device), "unix:rdev"));
        return new DeviceGrant('b', number.major(), number.minor(), writable ? "rw" : "r");
    }

    private MountPlan.Source source(Filesystem filesystem) {
        return switch (filesystem.source()) {
            case FilesystemSource.Mount(String path) ->
                    tree(filesystem, existing(filesystem, path));
            case FilesystemSource.File(String path) -> tree(filesystem, image(filesystem, path));
            case FilesystemSource.Block(String path) -> tree(filesystem, device(filesystem, path));
            case FilesystemSource.Bind(String path) -> new MountPlan.Source.ContainerPath(path);
            case FilesystemSource.Ram(var usage) ->
                    new MountPlan.Source.Memory(smaller(usage, filesystem.spaceHardLimit()));
            case FilesystemSource.Template _, FilesystemSource.Volume _ ->
                    throw new DriverException(
                            ErrorCode.CONFIG_UNSUPPORTED,
                            "filesystem '"
                                    + filesystem.target()
                                    + "' has a type that is not supported");
        };
    }

    private static ByteSize smaller(ByteSize usage, Optional<ByteSize> limit) {
        return limit.filter(hard -> hard.compareTo(usage) < 0).orElse(usage);
    }

    private MountPlan.Source tree(Filesystem filesystem, HostTree.Origin origin) {
        return new MountPlan.Source.Host(
                new HostTree(
                        origin,
                        domain.idMap()
                                .map(map -> new IdOwnership(map, host.mounts()))
                                .flatMap(ownership -> ownership.of(filesystem, origin)),
                        SpaceLimit.of(filesystem)));
    }

    private static boolean isReadonly(Filesystem filesystem, MountPlan.Source source) {
        return switch (source) {
            case MountPlan.Source.Host(HostTree tree) -> isReadonly(filesystem, tree);
            case MountPlan.Source.ContainerPath _, MountPlan.Source.Memory _ ->
                    filesystem.readonly();
        };
    }

    private static boolean isReadonly(Filesystem filesystem, HostTree tree) {
        return switch (tree.origin()) {
            case HostTree.Origin.Existing _ -> filesystem.readonly();
            case HostTree.Origin.Image(String _, FilesystemType type) ->
                    filesystem.readonly() || !type.isWritable();
            case HostTree.Origin.Device(String _, FilesystemType type) ->
                    filesystem.readonly() || !type.isWritable();
        };
    }

    private static HostTree.Origin existing(Filesystem filesystem, String path) {
        Path source = Path.of(path);
        String what =
                filesystem.isRoot()
                        ? "root folder '" + path + "'"
                        : "source of filesystem '" + filesystem.target() + "', '" + path + "'";
        if (!Files.exists(source)) {
            throw failed(what + " does not exist");
        }
        boolean folder = Files.isDirectory(source);
        if (filesystem.isRoot() && !folder) {
            throw failed(what + " is not a folder");
        }
        return new HostTree.Origin.Existing(path, folder);
    }

    private static HostTree.Origin image(Filesystem filesystem, String path) {
        String what = "image '" + path + "' of filesystem '" + filesystem.target() + "'";
        if (!Files.exists(Path.of(path))) {
            throw failed(what + " does not exist");
        }
        if (!Files.isRegularFile(Path.of(path))) {
            throw failed(what + " is not a file");
        }
        return new HostTree.Origin.Image(path, type(what, path));
    }

    private static HostTree.Origin device(Filesystem filesystem, String path) {
        String what = "device '" + path + "' of filesystem '" + filesystem.target() + "'";
        if (!Files.exists(Path.of(path))) {
            throw failed(what + " does not exist");
        }
        if ((attribute(Path.of(path), "unix:mode") & KIND_MASK) != BLOCK_DEVICE) {
            throw failed(what + " is not a block device");
        }
        return new HostTree.Origin.Device(path, type(what, path));
    }

    private static FilesystemType type(String what, String path) {
        try {
            Superblock superblock = Superblock.read(Path.of(path));
            return superblock
                    .type()
                    .orElseThrow(
                            () ->
                                    failed(
                                            what
                                                    + " holds no ext4, xfs, btrfs or squashfs: it"
                                                    + " is "
                                                    + superblock.description()));
        } catch (IOException e) {
            throw failed(what + " cannot be read: " + reason(e));
        }
    }

    private static String reason(IOException e) {
        return Optional.ofNullable(e.getMessage()).orElseGet(e::toString);
    }

    private static long attribute(Path path, String name) {
        try {
            return ((Number) Files.getAttribute(path, name)).longValue();
        } catch (IOException e) {
            throw failed("cannot look at '" + path + "': " + reason(e));
        }
    }

    private static DriverException failed(String reason) {
        return new DriverException(ErrorCode.OPERATION_FAILED, reason);
    }
}
