package dev.vsh.driver.lxc;

import dev.vsh.cgroup.CgroupHost;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.linux.MountInfo;
import dev.vsh.plan.RootPlan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a plan depends on besides the definition.
 *
 * @param permitted capabilities that this process may hand out, a bit each
 * @param all capabilities that the kernel has, a bit each
 * @param exchange how the host's root can be left
 * @param mounts as this process sees them
 * @param architecture as {@code uname -m} says it
 */
record Host(
        CgroupHost cgroups,
        long permitted,
        long all,
        RootPlan.Exchange exchange,
        List<MountInfo> mounts,
        String architecture) {
    static Host read() {
        try {
            List<String> mounts = Files.readAllLines(Path.of("/proc/self/mountinfo"));
            return new Host(
                    CgroupHost.parse(mounts),
                    permitted(Files.readAllLines(Path.of("/proc/self/status"))),
                    // In one read: the second read of such a file is its end, wherever the first
                    // stopped.
                    all(Files.readAllLines(Path.of("/proc/sys/kernel/cap_last_cap")).getFirst()),
                    exchange(mounts),
                    MountInfo.parse(mounts),
                    System.getProperty("os.arch", "").equals("aarch64") ? "aarch64" : "x86_64");
        } catch (IOException e) {
            throw new DriverException(
                    ErrorCode.SYSTEM_ERROR, "cannot read /proc: " + e.getMessage(), e);
        }
    }

    static long permitted(List<String> status) {
        return status.stream()
                .filter(line -> line.startsWith("CapPrm:"))
                .map(line -> Long.parseUnsignedLong(line.substring("CapPrm:".length()).strip(), 16))
                .findFirst()
                .orElse(0L);
    }

    static long all(String lastCapability) {
        return -1L >>> (Long.SIZE - 1 - Integer.parseInt(lastCapability.strip()));
    }

    /** The kernel's first root, rootfs, cannot be pivoted away: pivot_root(2) says EINVAL. */
    static RootPlan.Exchange exchange(List<String> mountInfo) {
        List<MountInfo> mounts = MountInfo.parse(mountInfo);
        boolean initramfs =
                mounts.stream()
                        .anyMatch(
                                mount ->
                                        mount.mountPoint().equals("/")
                                                && mount.type().equals("rootfs"));
        if (!initramfs) {
            return new RootPlan.Exchange.Pivot();
        }
        List<String> others =
                mounts.stream()
                        .map(MountInfo::mountPoint)
                        .filter(point -> !point.equals("/"))
                        .toList();
        return new RootPlan.Exchange.Chroot(others.reversed());
    }
}
