package dev.vsh.driver.lxc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vsh.domain.CapabilityRules;
import dev.vsh.domain.CapabilityRules.Policy;
import dev.vsh.linux.Capability;
import dev.vsh.plan.CapabilityPlan;

import org.junit.jupiter.api.Test;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

final class CapabilitiesTest {
    private static final long ALL = -1L >>> (64 - Capability.values().length);

    private static Set<Capability> dropped(Optional<CapabilityRules> rules) {
        CapabilityPlan plan = Capabilities.plan(rules, ALL);
        EnumSet<Capability> dropped = EnumSet.allOf(Capability.class);
        dropped.removeIf(capability -> (plan.bounding() & capability.bit()) != 0);
        return dropped;
    }

    private static Optional<CapabilityRules> rules(Policy policy, Map<String, Boolean> states) {
        return Optional.of(new CapabilityRules(policy, states));
    }

    @Test
    void withoutRulesLibvirtsSetIsDropped() {
        assertEquals(
                EnumSet.of(
                        Capability.SYS_MODULE,
                        Capability.SYS_TIME,
                        Capability.MKNOD,
                        Capability.AUDIT_CONTROL,
                        Capability.MAC_ADMIN),
                dropped(Optional.empty()));
    }

    @Test
    void defaultPolicyIsTheSameAsNone() {
        assertEquals(dropped(Optional.empty()), dropped(rules(Policy.DEFAULT, Map.of())));
    }

    @Test
    void allowKeepsAllButWhatIsNamed() {
        assertEquals(
                EnumSet.of(Capability.NET_RAW),
                dropped(rules(Policy.ALLOW, Map.of("net_raw", false, "mknod", true))));
    }

    @Test
    void denyKeepsNothingButWhatIsNamed() {
        assertEquals(
                EnumSet.complementOf(EnumSet.of(Capability.CHOWN)),
                dropped(rules(Policy.DENY, Map.of("chown", true, "kill", false))));
    }

    @Test
    void defaultPolicyIsChangedByWhatIsNamed() {
        Set<Capability> expected = EnumSet.copyOf(dropped(Optional.empty()));
        expected.remove(Capability.MKNOD);
        expected.add(Capability.CHOWN);
        assertEquals(
                expected, dropped(rules(Policy.DEFAULT, Map.of("mknod", true, "chown", false))));
    }

    /** libvirt passes this one over. */
    @Test
    void rebootCanBeTakenAway() {
        Set<Capability> expected = EnumSet.copyOf(dropped(Optional.empty()));
        expected.add(Capability.SYS_BOOT);
        assertEquals(expected, dropped(rules(Policy.DEFAULT, Map.of("sys_boot", false))));
    }

    @Test
    void initGetsNoMoreThanThereIs() {
        long available = Capability.CHOWN.bit() | Capability.MKNOD.bit();
        CapabilityPlan plan = Capabilities.plan(Optional.empty(), available);
        assertEquals(Capability.CHOWN.bit(), plan.init());
    }

    @Test
    void everyNameOfTheDocumentIsKnown() {
        for (Capability capability : Capability.values()) {
            assertEquals(capability, Capability.of(capability.capabilityName()));
        }
    }
}
