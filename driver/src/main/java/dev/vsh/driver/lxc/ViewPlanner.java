package dev.vsh.driver.lxc;

import dev.vsh.linux.MountInfo;
import dev.vsh.plan.ViewPlan;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Who tells a container of its limits in {@code /proc}. */
final class ViewPlanner {
    private static final String LXCFS = "fuse.lxcfs";

    private ViewPlanner() {}

    /**
     * @param mounts of the host
     * @param fuse the device
     */
    static ViewPlan choose(List<MountInfo> mounts, Path fuse) {
        return mounts.stream()
                .filter(ViewPlanner::isUsable)
                .<ViewPlan>map(mount -> new ViewPlan.Lxcfs(mount.mountPoint()))
                .findFirst()
                .orElseGet(
                        () -> Files.isWritable(fuse) ? new ViewPlan.Helper() : new ViewPlan.Host());
    }

    /** Root's, because any user may mount what calls itself so, and alive: the mount outlives its server. */
    private static boolean isUsable(MountInfo mount) {
        return mount.type().equals(LXCFS)
                && mount.superOptions().contains("user_id=0")
                && Files.isReadable(Path.of(mount.mountPoint(), "proc", "meminfo"));
    }
}
