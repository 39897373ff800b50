package dev.vsh.plan;

import java.util.List;
import java.util.Optional;

/**
 * What keeps a container's processes in their place besides namespaces and cgroups.
 *
 * @param noNewPrivileges whether an execve(2) can give nothing more
 * @param syscallFilter instructions of classic BPF for seccomp(2); empty for none
 * @param label what a security module of the host confines them by
 * @param maskedSysFolders folders below {@code /sys} that only some hosts have, and that are hidden
 */
public record SecurityPlan(
        CapabilityPlan capabilities,
        boolean noNewPrivileges,
        List<Long> syscallFilter,
        Optional<Label> label,
        List<String> maskedSysFolders) {
    public SecurityPlan {
        syscallFilter = List.copyOf(syscallFilter);
        maskedSysFolders = List.copyOf(maskedSysFolders);
    }

    /** The same; the process keeps the label that it has. */
    public SecurityPlan withoutLabel() {
        return new SecurityPlan(
                capabilities, noNewPrivileges, syscallFilter, Optional.empty(), maskedSysFolders);
    }

    /**
     * @param name for people
     * @param file below {@code /proc} that takes it
     * @param text what is written there, and holds from the next execve(2) on
     */
    public record Label(String name, String file, String text) {}
}
