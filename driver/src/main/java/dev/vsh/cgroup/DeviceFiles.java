package dev.vsh.cgroup;

import dev.vsh.cgroup.DeviceRule.Minor;
import dev.vsh.plan.CgroupPlan.Setting;

import java.util.ArrayList;
import java.util.List;

/** The words of v1 about devices: deny all, then allow one by one. */
final class DeviceFiles {
    private DeviceFiles() {}

    static List<Setting> settings(List<DeviceRule> rules) {
        List<Setting> settings = new ArrayList<>();
        settings.add(new Setting("deny all devices", "devices.deny", "a"));
        for (DeviceRule rule : rules) {
            String minor =
                    switch (rule.minor()) {
                        case Minor.All() -> "*";
                        case Minor.One(int number) -> Integer.toString(number);
                    };
            settings.add(
                    new Setting(
                            "allow the container's devices",
                            "devices.allow",
                            rule.kind() + " " + rule.major() + ":" + minor + " " + rule.access()));
        }
        return settings;
    }
}
