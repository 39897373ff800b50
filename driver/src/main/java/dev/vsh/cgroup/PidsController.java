package dev.vsh.cgroup;

import dev.vsh.plan.CgroupPlan.Setting;

import java.nio.file.Path;
import java.util.List;

/** Documentation/admin-guide/cgroup-v1/pids.rst; v2 has the same file. */
final class PidsController implements Controller {
    @Override
    public String v1Name() {
        return "pids";
    }

    @Override
    public String v2Name() {
        return "pids";
    }

    @Override
    public List<Setting> v1(Limits limits, Path root) {
        return limits.processes().stream()
                .map(count -> new Setting("limit processes", "pids.max", "" + count))
                .toList();
    }

    @Override
    public List<Setting> v2(Limits limits, Path root) {
        return v1(limits, root);
    }
}
