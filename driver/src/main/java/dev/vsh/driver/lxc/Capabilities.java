package dev.vsh.driver.lxc;

import dev.vsh.domain.CapabilityRules;
import dev.vsh.linux.Capability;
import dev.vsh.plan.CapabilityPlan;

import java.util.Optional;
import java.util.Set;

/** What a container may keep of root's powers. */
final class Capabilities {
    /**
     * What libvirt takes away when nobody says otherwise. sys_boot stays: reboot(2) in a PID namespace ends only that.
     */
    private static final Set<Capability> DROPPED_BY_DEFAULT =
            Set.of(
                    Capability.SYS_MODULE,
                    Capability.SYS_TIME,
                    Capability.MKNOD,
                    Capability.AUDIT_CONTROL,
                    Capability.MAC_ADMIN);

    private Capabilities() {}

    /**
     * @param available what the container's first process has to begin with
     */
    static CapabilityPlan plan(Optional<CapabilityRules> rules, long available) {
        CapabilityRules.Policy policy =
                rules.map(CapabilityRules::policy).orElse(CapabilityRules.Policy.DEFAULT);
        long bounding =
                switch (policy) {
                    case DEFAULT -> without(DROPPED_BY_DEFAULT);
                    case ALLOW -> -1L;
                    case DENY -> 0L;
                };
        if (rules.isPresent()) {
            for (var state : rules.get().states().entrySet()) {
                long bit = Capability.of(state.getKey()).bit();
                bounding = state.getValue() ? bounding | bit : bounding & ~bit;
            }
        }
        return new CapabilityPlan(bounding, bounding & available);
    }

    private static long without(Set<Capability> dropped) {
        return ~dropped.stream().mapToLong(Capability::bit).reduce(0, (a, b) -> a | b);
    }
}
