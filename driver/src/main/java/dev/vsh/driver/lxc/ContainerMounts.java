package dev.vsh.driver.lxc;

import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.linux.Fd;
import dev.vsh.linux.MountInfo;
import dev.vsh.linux.OpenFlags;
import dev.vsh.linux.SyscallException;
import dev.vsh.linux.Syscalls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What is mounted in a running container, which may have mounted and unmounted on its own.
 *
 * @param initPid of its init
 */
record ContainerMounts(Syscalls syscalls, long initPid) {
    /**
     * A mount of the container's.
     *
     * @param info with a mount point that has no symbolic links
     * @param carries whether something is mounted below it
     */
    record Found(MountInfo info, boolean carries) {}

    /**
     * What is seen at a path.
     *
     * @return empty when nothing is mounted there, or nothing is there
     */
    Optional<Found> at(String path) {
        List<MountInfo> all = MountInfo.parse(lines("/proc/" + initPid + "/mountinfo"));
        try (Fd root = syscalls.open("/proc/" + initPid + "/root", OpenFlags.O_PATH);
                Fd target = syscalls.openInRoot(root, path, OpenFlags.O_PATH)) {
            String place = below(name(root), name(target));
            long mount = mount(target);
            return all.stream()
                    .filter(each -> each.id() == mount && each.mountPoint().equals(place))
                    .findFirst()
                    .map(each -> new Found(each, all.stream().anyMatch(isOn(each))));
        } catch (SyscallException _) {
            return Optional.empty();
        }
    }

    private static Predicate<MountInfo> isOn(MountInfo below) {
        return mount -> mount.parent() == below.id();
    }

    /** Of a descriptor, as seen from the top of its own mounts. */
    private static String name(Fd descriptor) {
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor.number()))
                    .toString();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static String below(String root, String path) {
        return root.equals("/") ? path : path.substring(root.length());
    }

    private static long mount(Fd descriptor) {
        return lines("/proc/self/fdinfo/" + descriptor.number()).stream()
                .filter(line -> line.startsWith("mnt_id:"))
                .mapToLong(line -> Long.parseLong(line.substring("mnt_id:".length()).strip()))
                .findFirst()
                .orElse(-1);
    }

    private static List<String> lines(String file) {
        try {
            return Files.readAllLines(Path.of(file));
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static DriverException unreadable(IOException e) {
        return new DriverException(
                ErrorCode.OPERATION_FAILED,
                "cannot look at the container's mounts: " + e.getMessage(),
                e);
    }
}
