package dev.vsh.driver.lxc;

import dev.vsh.domain.DomainDefinition;
import dev.vsh.domain.Filesystem;
import dev.vsh.domain.FilesystemSource;

import java.util.List;
import java.util.function.Consumer;

/** Finds what a {@code <filesystem>} asks for and no container can have, and says what can be done instead. */
final class FilesystemSupport {
    private final DomainDefinition domain;
    private final Consumer<String> problems;

    private FilesystemSupport(DomainDefinition domain, Consumer<String> problems) {
        this.domain = domain;
        this.problems = problems;
    }

    static void check(DomainDefinition domain, List<String> problems) {
        var support = new FilesystemSupport(domain, problems::add);
        for (Filesystem filesystem : domain.devices().filesystems()) {
            support.type(filesystem);
            support.driver(filesystem);
            support.accessMode(filesystem);
            support.limits(filesystem);
        }
    }

    private void refuse(Filesystem filesystem, String what, String reason) {
        problems.accept(
                what + " of filesystem '" + filesystem.target() + "' is not supported: " + reason);
    }

    private void type(Filesystem filesystem) {
        switch (filesystem.source()) {
            case FilesystemSource.Mount _,
                    FilesystemSource.Bind _,
                    FilesystemSource.Ram _,
                    FilesystemSource.File _,
                    FilesystemSource.Block _ -> {}
            case FilesystemSource.Template _ ->
                    refuse(
                            filesystem,
                            "type 'template'",
                            "there are no templates; give the folder with type 'mount'");
            case FilesystemSource.Volume _ ->
                    refuse(
                            filesystem,
                            "type 'volume'",
                            "there are no storage pools; give the volume's path with type 'file' or"
                                    + " 'block'");
        }
    }

    private void driver(Filesystem filesystem) {
        boolean image = filesystem.source() instanceof FilesystemSource.File;
        String usual = image ? "loop" : "path";
        filesystem
                .driverType()
                .filter(type -> !type.equals(usual))
                .ifPresent(type -> refuseDriver(filesystem, type, usual));
        filesystem
                .driverFormat()
                .filter(format -> !format.equals("raw"))
                .ifPresent(
                        format ->
                                refuse(
                                        filesystem,
                                        "<driver format='" + format + "'>",
                                        "only raw images can be mounted; qemu-img convert -O raw"
                                                + " makes one"));
    }

    private void refuseDriver(Filesystem filesystem, String type, String usual) {
        String reason =
                type.equals("nbd")
                        ? "only loop devices are; qemu-img convert -O raw makes an image for one"
                        : "there is only '" + usual + "' here";
        refuse(filesystem, "<driver type='" + type + "'>", reason);
    }

    private void accessMode(Filesystem filesystem) {
        String what = "accessmode '" + filesystem.accessMode() + "'";
        switch (filesystem.accessMode()) {
            case "passthrough" -> {}
            case "mapped" -> mapped(filesystem, what);
            default -> refuse(filesystem, what, "it means something to virtual machines only");
        }
    }

    private void mapped(Filesystem filesystem, String what) {
        if (domain.idMap().isEmpty()) {
            refuse(filesystem, what, "the domain has no <idmap>");
        }
        switch (filesystem.source()) {
            case FilesystemSource.Bind _, FilesystemSource.Ram _ ->
                    refuse(filesystem, what, "its files are the container's already");
            case FilesystemSource.Mount _,
                    FilesystemSource.File _,
                    FilesystemSource.Block _,
                    FilesystemSource.Template _,
                    FilesystemSource.Volume _ -> {}
        }
    }

    private void limits(Filesystem filesystem) {
        switch (filesystem.source()) {
            case FilesystemSource.Ram _ -> softLimit(filesystem, "memory has a hard limit only");
            case FilesystemSource.Mount _ ->
                    softLimit(filesystem, "a subvolume of btrfs has a hard limit only");
            case FilesystemSource.File _,
                    FilesystemSource.Block _,
                    FilesystemSource.Bind _,
                    FilesystemSource.Template _,
                    FilesystemSource.Volume _ ->
                    filesystem
                            .spaceHardLimit()
                            .or(filesystem::spaceSoftLimit)
                            .ifPresent(
                                    _ ->
                                            refuse(
                                                    filesystem,
                                                    "<space_" + kind(filesystem) + "_limit>",
                                                    "only type 'ram' and a subvolume of btrfs (type"
                                                            + " 'mount') hold one; an image has a size"
                                                            + " of its own"));
        }
    }

    private void softLimit(Filesystem filesystem, String reason) {
        filesystem
                .spaceSoftLimit()
                .ifPresent(_ -> refuse(filesystem, "<space_soft_limit>", reason));
    }

    private static String kind(Filesystem filesystem) {
        return filesystem.spaceHardLimit().isPresent() ? "hard" : "soft";
    }
}
