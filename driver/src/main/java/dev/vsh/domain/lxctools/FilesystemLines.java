package dev.vsh.domain.lxctools;

import dev.vsh.domain.DomainDefinition;
import dev.vsh.domain.Filesystem;
import dev.vsh.domain.FilesystemSource;

import java.util.Optional;

/** The inverse of {@link FilesystemsPart}. */
final class FilesystemLines {
    private static final String ENTRY = "lxc.mount.entry";

    private FilesystemLines() {}

    static void write(DomainDefinition domain, ConfigText text) {
        text.line("lxc.autodev", "1");
        text.line("lxc.mount.auto", "proc:mixed sys:ro cgroup:mixed");
        for (Filesystem filesystem : domain.devices().filesystems()) {
            if (filesystem.isRoot()) {
                root(filesystem, text);
            } else {
                mount(filesystem, text);
            }
            extras(filesystem, text);
        }
    }

    private static void root(Filesystem root, ConfigText text) {
        Optional<String> path =
                switch (root.source()) {
                    case FilesystemSource.Mount(String folder) -> Optional.of("dir:" + folder);
                    case FilesystemSource.File(String image) -> Optional.of("loop:" + image);
                    case FilesystemSource.Block(String device) ->
                            Optional.of(device.startsWith("/dev/") ? device : "lvm:" + device);
                    case FilesystemSource.Bind _,
                            FilesystemSource.Ram _,
                            FilesystemSource.Template _,
                            FilesystemSource.Volume _ ->
                            Optional.empty();
                };
        path.ifPresentOrElse(
                each -> text.line("lxc.rootfs.path", each),
                () -> text.lost(true, "a root filesystem of this type"));
        if (root.readonly()) {
            text.line("lxc.rootfs.options", "ro");
        }
    }

    private static void mount(Filesystem filesystem, ConfigText text) {
        String where = " of '" + filesystem.target() + "'";
        switch (filesystem.source()) {
            case FilesystemSource.Mount(String folder) ->
                    entry(folder, "none", "rbind,create=" + kind(folder), filesystem, text);
            case FilesystemSource.Bind(String folder) ->
                    entry(
                            folder.substring(1),
                            "none",
                            "rbind,relative,create=dir",
                            filesystem,
                            text);
            case FilesystemSource.Ram(var usage) ->
                    entry(
                            "tmpfs",
                            "tmpfs",
                            "nosuid,nodev,size=" + usage.toKibibytes() + "k,create=dir",
                            filesystem,
                            text);
            case FilesystemSource.Block(String device) -> {
                entry(device, "auto", "create=dir", filesystem, text);
                text.warn("LXC must be told the type" + where + ": put it in the place of auto");
            }
            case FilesystemSource.File(String image) -> {
                entry(image, "auto", "loop,create=dir", filesystem, text);
                text.warn("LXC mounts no image but the root's: make a loop device" + where);
            }
            case FilesystemSource.Template _, FilesystemSource.Volume _ ->
                    text.lost(true, "the type" + where);
        }
    }

    /** What LXC makes where there is nothing to mount on. */
    private static String kind(String source) {
        return ConfigFiles.isFolder(source) || !ConfigFiles.exists(source) ? "dir" : "file";
    }

    private static void entry(
            String source, String type, String options, Filesystem filesystem, ConfigText text) {
        text.line(
                ENTRY,
                "%s %s %s %s%s 0 0"
                        .formatted(
                                MountText.encode(source),
                                MountText.encode(filesystem.target().substring(1)),
                                type,
                                options,
                                filesystem.readonly() ? ",ro" : ""));
    }

    private static void extras(Filesystem filesystem, ConfigText text) {
        String where = " of '" + filesystem.target() + "'";
        text.lost(!filesystem.accessMode().equals("passthrough"), "the accessmode" + where);
        text.lost(filesystem.spaceHardLimit().isPresent(), "<space_hard_limit>" + where);
        text.lost(filesystem.spaceSoftLimit().isPresent(), "<space_soft_limit>" + where);
        text.lost(
                filesystem.driverType().filter(type -> !type.equals("loop")).isPresent()
                        || filesystem
                                .driverFormat()
                                .filter(each -> !each.equals("raw"))
                                .isPresent(),
                "<driver>" + where);
        filesystem.others().forEach(each -> text.lost(true, "<" + each.path() + ">" + where));
    }
}
