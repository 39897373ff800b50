package dev.vsh.cgroup;

import dev.vsh.cgroup.DeviceRule.Minor;
import dev.vsh.plan.CgroupPlan.LoopRule;
import dev.vsh.plan.CgroupPlan.Setting;

import java.util.ArrayList;
import java.util.List;

/**
 * The words of v1 about devices: deny all, then allow one by one.
 *
 * @param loops what cannot be said yet
 */
record DeviceFiles(List<Setting> settings, List<LoopRule> loops) {
    DeviceFiles {
        settings = List.copyOf(settings);
        loops = List.copyOf(loops);
    }

    static DeviceFiles of(List<DeviceRule> rules) {
        List<Setting> settings = new ArrayList<>();
        List<LoopRule> loops = new ArrayList<>();
        settings.add(new Setting("deny all devices", "devices.deny", "a"));
        for (DeviceRule rule : rules) {
            switch (rule.minor()) {
                case Minor.All() -> settings.add(allow(rule, "*"));
                case Minor.One(int number) -> settings.add(allow(rule, Integer.toString(number)));
                case Minor.OfLoop(String device) ->
                        loops.add(new LoopRule.Line(device, rule.access()));
            }
        }
        return new DeviceFiles(settings, loops);
    }

    private static Setting allow(DeviceRule rule, String minor) {
        return new Setting(
                "allow the container's devices",
                "devices.allow",
                rule.kind() + " " + rule.major() + ":" + minor + " " + rule.access());
    }
}
