package dev.vsh.driver.lxc;

import dev.vsh.domain.DomainDefinition;
import dev.vsh.domain.FilesystemSource;
import dev.vsh.linux.DeviceFlags;
import dev.vsh.linux.Fd;
import dev.vsh.linux.NativeMemory;
import dev.vsh.linux.OpenFlags;
import dev.vsh.linux.SyscallException;
import dev.vsh.linux.Syscalls;
import dev.vsh.linux.SystemCall;

import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Loop devices that outlived their container. The kernel takes them back by itself, unless somebody in the container
 * told it not to.
 *
 * @param blocks {@code /sys/block}
 */
record LeftLoopDevices(Syscalls syscalls, Path blocks) {
    /** {@code struct loop_info64} in {@code linux/loop.h}. */
    private static final int INFO_SIZE = 232;

    private static final int INFO_FILE_NAME = 56;

    static LeftLoopDevices ofThisHost(Syscalls syscalls) {
        return new LeftLoopDevices(syscalls, Path.of("/sys/block"));
    }

    /** Those of a container that has ended. One that is in use all the same goes when it is not any more. */
    void detach(DomainDefinition domain) {
        List<Path> images = images(domain);
        if (!images.isEmpty()) {
            devices(images).forEach(this::detach);
        }
    }

    private static List<Path> images(DomainDefinition domain) {
        Stream<String> filesystems =
                domain.devices().filesystems().stream()
                        .map(filesystem -> filesystem.source())
                        .filter(FilesystemSource.File.class::isInstance)
                        .map(source -> ((FilesystemSource.File) source).path());
        Stream<String> disks =
                domain.devices().disks().stream()
                        .filter(disk -> disk.type().equals("file"))
                        .flatMap(disk -> disk.source().stream());
        return Stream.concat(filesystems, disks).map(Path::of).toList();
    }

    private List<Path> devices(List<Path> images) {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(blocks, "loop*")) {
            return StreamSupport.stream(entries.spliterator(), false)
                    .filter(device -> images.stream().anyMatch(image -> isOn(device, image)))
                    .map(device -> Path.of("/dev").resolve(device.getFileName()))
                    .toList();
        } catch (IOException _) {
            return List.of();
        }
    }

    private static boolean isOn(Path device, Path image) {
        try {
            Path backing = Path.of(Files.readString(device.resolve("loop/backing_file")).strip());
            return Files.isSameFile(backing, image);
        } catch (IOException _) {
            return false;
        }
    }

    private void detach(Path device) {
        try (Fd descriptor = syscalls.open(device.toString(), OpenFlags.O_RDONLY)) {
            if (isNobodysElse(descriptor)) {
                syscalls.attempt(
                        SystemCall.IOCTL, descriptor.number(), DeviceFlags.LOOP_CLR_FD.value());
            }
        } catch (SyscallException _) {
            // It has gone by itself.
        }
    }

    /** Other programs write the file's name into the device; helpers do not. */
    private boolean isNobodysElse(Fd device) {
        NativeMemory info = new NativeMemory(INFO_SIZE);
        try {
            long result =
                    syscalls.attempt(
                            SystemCall.IOCTL,
                            device.number(),
                            DeviceFlags.LOOP_GET_STATUS64.value(),
                            info.address());
            byte[] name = new byte[1];
            info.get(INFO_FILE_NAME, name, 0, 1);
            return result == 0 && name[0] == 0;
        } finally {
            Reference.reachabilityFence(info);
        }
    }
}
