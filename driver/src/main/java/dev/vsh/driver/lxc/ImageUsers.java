package dev.vsh.driver.lxc;

import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.linux.MountInfo;
import dev.vsh.plan.ContainerPlan;
import dev.vsh.plan.DevicePlan;
import dev.vsh.plan.HostTree;
import dev.vsh.plan.MountPlan;
import dev.vsh.plan.RootPlan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds who else uses an image that a container is to have: two kernels' views of one filesystem destroy it, unless
 * both only read. The setup program's lock on the image is what makes sure of it; this says beforehand who it is.
 *
 * @param blocks {@code /sys/block}
 * @param processes {@code /proc}
 */
record ImageUsers(Path blocks, Path processes) {
    private static final Pattern CONTAINER = Pattern.compile("/lxc-([0-9]+)-([^/]*)\\.libvirt-lxc");

    /**
     * @param user of the document, for messages
     */
    private record Image(String path, String user, boolean readonly) {
        boolean clashesWith(boolean otherIsReadonly) {
            return !(readonly && otherIsReadonly);
        }
    }

    static ImageUsers ofThisHost() {
        return new ImageUsers(Path.of("/sys/block"), Path.of("/proc"));
    }

    /**
     * @throws DriverException OPERATION_FAILED naming the image and its user
     */
    void requireNone(ContainerPlan plan) {
        requireNone(plan.root(), plan.mounts(), plan.devices());
    }

    void requireNone(RootPlan root, List<MountPlan> mounts, List<DevicePlan> devices) {
        List<Image> images = images(root, mounts);
        devices.forEach(device -> add(device, images));
        for (int i = 0; i < images.size(); i++) {
            Image image = images.get(i);
            images.subList(0, i).stream()
                    .filter(other -> isSame(Path.of(other.path()), Path.of(image.path())))
                    .filter(other -> image.clashesWith(other.readonly()))
                    .findFirst()
                    .ifPresent(other -> refuse(image, other.user() + " has it"));
            loopDevice(image).ifPresent(device -> refuse(image, user(device)));
        }
    }

    private static void refuse(Image image, String user) {
        throw new DriverException(
                ErrorCode.OPERATION_FAILED,
                "image '"
                        + image.path()
                        + "' of "
                        + image.user()
                        + " is in use: "
                        + user
                        + "; it can be shared only if all use it with <readonly/>");
    }

    private static List<Image> images(RootPlan root, List<MountPlan> mounts) {
        List<Image> images = new ArrayList<>();
        add(root.tree(), "/", root.readonly(), images);
        for (MountPlan mount : mounts) {
            switch (mount.source()) {
                case MountPlan.Source.Host(HostTree tree) ->
                        add(tree, mount.target(), mount.readonly(), images);
                case MountPlan.Source.ContainerPath _, MountPlan.Source.Memory _ -> {}
            }
        }
        return images;
    }

    private static void add(HostTree tree, String target, boolean readonly, List<Image> images) {
        switch (tree.origin()) {
            case HostTree.Origin.Image(String path, var _) ->
                    images.add(new Image(path, "filesystem '" + target + "'", readonly));
            case HostTree.Origin.Existing _, HostTree.Origin.Device _ -> {}
        }
    }

    private static void add(DevicePlan device, List<Image> images) {
        switch (device.device()) {
            case DevicePlan.Device.Image(String path, boolean readonly) ->
                    images.add(new Image(path, "disk '" + device.path() + "'", readonly));
            case DevicePlan.Device.Node _ -> {}
        }
    }

    /** The folder of the loop device that has the image in a way that leaves no room for another. */
    private Optional<Path> loopDevice(Image image) {
        for (Path device : list(blocks, "loop*")) {
            Optional<Path> backing = read(device.resolve("loop/backing_file")).map(Path::of);
            boolean readonly = read(device.resolve("ro")).equals(Optional.of("1"));
            if (backing.filter(file -> isSame(file, Path.of(image.path()))).isPresent()
                    && image.clashesWith(readonly)) {
                return Optional.of(device);
            }
        }
        return Optional.empty();
    }

    private String user(Path device) {
        String name = "/dev/" + device.getFileName();
        Optional<String> number = read(device.resolve("dev"));
        return list(processes, "[0-9]*").stream()
                .filter(process -> number.filter(wanted -> hasMounted(process, wanted)).isPresent())
                .findFirst()
                .map(process -> describe(process) + " has it mounted from " + name)
                .or(() -> holder(name))
                .orElse(name + " is attached to it");
    }

    /** The domain whose helper holds a device open: helpers give their number to what is their container's. */
    private Optional<String> holder(String device) {
        List<Path> all = list(processes, "[0-9]*");
        return all.stream()
                .filter(process -> hasOpen(process, Path.of(device)))
                .flatMap(helper -> all.stream().flatMap(other -> domainOf(helper, other).stream()))
                .findFirst()
                .map(domain -> domain + " has it as a disk from " + device);
    }

    private static boolean hasOpen(Path process, Path device) {
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(process.resolve("fd"))) {
            for (Path descriptor : descriptors) {
                if (Files.readSymbolicLink(descriptor).equals(device)) {
                    return true;
                }
            }
        } catch (IOException | DirectoryIteratorException _) {
            // It has ended meanwhile.
        }
        return false;
    }

    private static Optional<String> domainOf(Path helper, Path process) {
        Matcher group = CONTAINER.matcher(read(process.resolve("cgroup")).orElse(""));
        return group.find() && group.group(1).equals(helper.getFileName().toString())
                ? Optional.of("domain '" + group.group(2) + "'")
                : Optional.empty();
    }

    private static boolean hasMounted(Path process, String number) {
        return read(process.resolve("mountinfo"))
                .filter(
                        lines ->
                                MountInfo.parse(lines.lines().toList()).stream()
                                        .anyMatch(mount -> mount.device().equals(number)))
                .isPresent();
    }

    private static String describe(Path process) {
        Matcher group = CONTAINER.matcher(read(process.resolve("cgroup")).orElse(""));
        return group.find()
                ? "domain '" + group.group(2) + "'"
                : "process " + process.getFileName();
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return Files.isSameFile(one, other);
        } catch (IOException _) {
            return false;
        }
    }

    private static List<Path> list(Path folder, String pattern) {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, pattern)) {
            List<Path> found = new ArrayList<>();
            entries.forEach(found::add);
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nothing when it is gone by now, or was never there. */
    private static Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file, StandardCharsets.UTF_8).strip());
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
