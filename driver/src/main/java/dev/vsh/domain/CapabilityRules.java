package dev.vsh.domain;

import java.util.Map;

/**
 * {@code <features><capabilities>}.
 *
 * @param states capability name in lower case without {@code cap_} → kept (true) or dropped (false)
 */
public record CapabilityRules(Policy policy, Map<String, Boolean> states) {
    public CapabilityRules {
        states = Map.copyOf(states);
    }

    /** What happens to a capability that the document does not name. */
    public enum Policy {
        /** libvirt's default set is dropped, the rest kept. */
        DEFAULT,
        /** Everything is kept. */
        ALLOW,
        /** Everything is dropped. */
        DENY
    }
}
