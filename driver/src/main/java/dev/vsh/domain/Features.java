package dev.vsh.domain;

import java.util.List;
import java.util.Optional;

/**
 * {@code <features>}.
 *
 * @param privateNetwork {@code <privnet/>}: a network namespace of its own even without an interface
 * @param others features of virtual machines (acpi, apic, …), kept as XML
 */
public record Features(
        boolean privateNetwork,
        Optional<CapabilityRules> capabilities,
        List<OpaqueElement> others) {
    public static final Features NONE = new Features(false, Optional.empty(), List.of());

    public Features {
        others = List.copyOf(others);
    }

    /** The same features with {@code <privnet/>}. */
    public Features withPrivateNetwork() {
        return new Features(true, capabilities, others);
    }
}
