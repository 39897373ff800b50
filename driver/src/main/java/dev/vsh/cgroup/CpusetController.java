package dev.vsh.cgroup;

import dev.vsh.plan.CgroupPlan.Setting;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Documentation/admin-guide/cgroup-v1/cpusets.rst and the Cpuset part of cgroup-v2.rst. */
final class CpusetController implements Controller {
    static final String CPUS = "cpuset.cpus";
    static final String MEMS = "cpuset.mems";

    @Override
    public String v1Name() {
        return "cpuset";
    }

    @Override
    public String v2Name() {
        return "cpuset";
    }

    @Override
    public List<Setting> v1(Limits limits, Path root) {
        List<Setting> settings = new ArrayList<>();
        limits.cpuset()
                .cpus()
                .map(cpus -> new Setting("stay on processors", CPUS, cpus.toString()))
                .ifPresent(settings::add);
        limits.cpuset()
                .mems()
                .map(mems -> new Setting("stay on memory nodes", MEMS, mems.toString()))
                .ifPresent(settings::add);
        return settings;
    }

    @Override
    public List<Setting> v2(Limits limits, Path root) {
        return v1(limits, root);
    }
}
