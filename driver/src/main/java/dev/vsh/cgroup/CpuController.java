package dev.vsh.cgroup;

import dev.vsh.plan.CgroupPlan.Setting;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Documentation/scheduler/sched-bwc.rst and the CPU part of cgroup-v2.rst. */
final class CpuController implements Controller {
    private static final long DEFAULT_PERIOD_MICROS = 100_000;

    @Override
    public String v1Name() {
        return "cpu";
    }

    @Override
    public String v2Name() {
        return "cpu";
    }

    @Override
    public List<Setting> v1(Limits limits, Path root) {
        Limits.Cpu cpu = limits.cpu();
        List<Setting> settings = new ArrayList<>();
        cpu.shares()
                .map(shares -> new Setting("weigh processor time", "cpu.shares", "" + shares))
                .ifPresent(settings::add);
        // The period first: a quota is checked against the one that is in force.
        cpu.periodMicros()
                .map(
                        period ->
                                new Setting(
                                        "limit processor time", "cpu.cfs_period_us", "" + period))
                .ifPresent(settings::add);
        cpu.quotaMicros()
                .map(quota -> new Setting("limit processor time", "cpu.cfs_quota_us", "" + quota))
                .ifPresent(settings::add);
        return settings;
    }

    /** The number of shares is the weight, as in libvirt. */
    @Override
    public List<Setting> v2(Limits limits, Path root) {
        Limits.Cpu cpu = limits.cpu();
        List<Setting> settings = new ArrayList<>();
        cpu.shares()
                .map(shares -> new Setting("weigh processor time", "cpu.weight", "" + shares))
                .ifPresent(settings::add);
        if (cpu.periodMicros().isPresent() || cpu.quotaMicros().isPresent()) {
            String quota = cpu.quotaMicros().filter(q -> q > 0).map(q -> "" + q).orElse("max");
            long period = cpu.periodMicros().orElse(DEFAULT_PERIOD_MICROS);
            settings.add(new Setting("limit processor time", "cpu.max", quota + " " + period));
        }
        return settings;
    }
}
