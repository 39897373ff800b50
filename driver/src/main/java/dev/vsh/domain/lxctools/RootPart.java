package dev.vsh.domain.lxctools;

import dev.vsh.domain.Filesystem;
import dev.vsh.domain.FilesystemSource;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code lxc.rootfs.path} and {@code lxc.rootfs.options}. */
final class RootPart {
    /** Storage that LXC sets up itself at each start. */
    private static final Set<String> UNSUPPORTED =
            Set.of("overlay", "overlayfs", "aufs", "nbd", "rbd", "zfs");

    private static final Set<String> OF_EVERY_ROOT =
            Set.of("defaults", "rw", "bind", "rbind", "idmap=container");

    private final Settings settings;
    private final Findings findings;

    RootPart(Settings settings, Findings findings) {
        this.settings = settings;
        this.findings = findings;
    }

    Optional<Filesystem> root() {
        boolean readonly = readonly();
        return settings.last("lxc.rootfs.path")
                .flatMap(this::source)
                .map(source -> Filesystems.of(source, "/", readonly));
    }

    private boolean readonly() {
        boolean readonly = false;
        for (Setting setting : settings.all("lxc.rootfs.options")) {
            readonly = false;
            for (String option : Arrays.asList(setting.value().split(","))) {
                readonly |= option.equals("ro");
                if (!option.equals("ro") && !OF_EVERY_ROOT.contains(option)) {
                    findings.warn(setting, "a <filesystem> has no option '" + option + "'");
                }
            }
        }
        return readonly;
    }

    private Optional<FilesystemSource> source(Setting setting) {
        String value = setting.value();
        int colon = value.indexOf(':');
        String prefix = colon < 0 || value.startsWith("/") ? "" : value.substring(0, colon);
        String path = prefix.isEmpty() ? value : value.substring(colon + 1);
        if (UNSUPPORTED.contains(prefix)) {
            findings.refuse(
                    setting,
                    "a root of kind '"
                            + prefix
                            + ":' is not supported: mount it on a folder, and"
                            + " name that");
            return Optional.empty();
        }
        if (!List.of("", "dir", "btrfs", "loop", "lvm").contains(prefix)) {
            findings.refuse(setting, "'" + prefix + ":' is no kind of root that LXC knows");
            return Optional.empty();
        }
        if (!path.startsWith("/")) {
            findings.refuse(setting, "'" + path + "' is not an absolute path");
            return Optional.empty();
        }
        return Optional.of(source(prefix, path));
    }

    private static FilesystemSource source(String prefix, String path) {
        return switch (prefix) {
            case "loop" -> new FilesystemSource.File(path);
            case "lvm" -> new FilesystemSource.Block(path);
            // LXC mounts the subvolume's path as it would any other folder.
            case "dir", "btrfs" -> new FilesystemSource.Mount(path);
            default -> plain(path);
        };
    }

    private static FilesystemSource plain(String path) {
        if (path.startsWith("/dev/")) {
            return new FilesystemSource.Block(path);
        }
        return ConfigFiles.isRegularFile(path)
                ? new FilesystemSource.File(path)
                : new FilesystemSource.Mount(path);
    }
}
