package dev.vsh.cgroup;

import dev.vsh.plan.CgroupPlan.Setting;

import java.nio.file.Path;
import java.util.List;

/** What one controller of the kernel is told, in the words of either version. */
interface Controller {
    /** Its name on v1. */
    String v1Name();

    /** Its name on v2. */
    String v2Name();

    /**
     * @param root where the hierarchy is mounted, for what differs between kernels
     */
    List<Setting> v1(Limits limits, Path root);

    /** See {@link #v1}. */
    List<Setting> v2(Limits limits, Path root);
}
