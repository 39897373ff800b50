package dev.vsh.plan;

import java.util.List;

/**
 * What a change takes from, and gives to, a running container of the right to use devices.
 *
 * @param cgroup of the container
 */
public record DeviceRights(CgroupPlan cgroup, List<DeviceGrant> taken, List<DeviceGrant> given) {
    public DeviceRights {
        taken = List.copyOf(taken);
        given = List.copyOf(given);
    }

    /** Those of loop devices end with the device, whose number only the helper knows. */
    public static DeviceRights between(CgroupPlan before, CgroupPlan after) {
        return new DeviceRights(
                after,
                before.grants().stream()
                        .filter(grant -> grant.minor() instanceof DeviceGrant.Minor.One)
                        .filter(grant -> !after.grants().contains(grant))
                        .toList(),
                after.grants().stream().filter(grant -> !before.grants().contains(grant)).toList());
    }

    /** The last steps of a change: none of them can fail on what it is about. */
    void apply(ProgramBuilder.Section section, DeviceGrantSteps.LoopNumbers loops) {
        for (CgroupPlan.Hierarchy hierarchy : cgroup.hierarchies()) {
            DeviceGrantSteps steps = new DeviceGrantSteps(section, hierarchy, loops);
            String group = hierarchy.path(hierarchy.group());
            List<String> groups = List.of(group, group + "/" + CgroupPlan.Hierarchy.DELEGATED);
            taken.forEach(grant -> steps.deny(grant, group));
            given.forEach(grant -> steps.allow(grant, groups));
        }
    }
}
