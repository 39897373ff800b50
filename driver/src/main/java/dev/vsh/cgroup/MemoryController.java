package dev.vsh.cgroup;

import dev.vsh.domain.ByteSize;
import dev.vsh.plan.CgroupPlan.Setting;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Documentation/admin-guide/cgroup-v1/memory.rst and the Memory part of cgroup-v2.rst. */
final class MemoryController implements Controller {
    @Override
    public String v1Name() {
        return "memory";
    }

    @Override
    public String v2Name() {
        return "memory";
    }

    @Override
    public List<Setting> v1(Limits limits, Path root) {
        Limits.Memory memory = limits.memory();
        List<Setting> settings = new ArrayList<>();
        settings.add(setting("limit memory", "memory.limit_in_bytes", memory.limit()));
        memory.soft()
                .map(soft -> setting("limit memory softly", "memory.soft_limit_in_bytes", soft))
                .ifPresent(settings::add);
        // Only behind the limit of memory, which it must not be below.
        memory.withSwap()
                .map(sum -> setting("limit memory and swap", "memory.memsw.limit_in_bytes", sum))
                .ifPresent(settings::add);
        return settings;
    }

    /** v2 counts swap by itself: what was a limit of the sum becomes one of the rest. */
    @Override
    public List<Setting> v2(Limits limits, Path root) {
        Limits.Memory memory = limits.memory();
        List<Setting> settings = new ArrayList<>();
        settings.add(setting("limit memory", "memory.max", memory.limit()));
        memory.soft()
                .map(soft -> setting("limit memory softly", "memory.high", soft))
                .ifPresent(settings::add);
        memory.withSwap()
                .map(sum -> new ByteSize(sum.bytes() - memory.limit().bytes()))
                .map(swap -> setting("limit swap", "memory.swap.max", swap))
                .ifPresent(settings::add);
        return settings;
    }

    private static Setting setting(String label, String file, ByteSize size) {
        return new Setting(label, file, Long.toString(size.bytes()));
    }
}
