package dev.vsh.plan;

import java.util.List;

/**
 * What keeps a container's processes in their place besides namespaces and cgroups.
 *
 * @param noNewPrivileges whether an execve(2) can give nothing more
 * @param syscallFilter instructions of classic BPF for seccomp(2); empty for none
 */
public record SecurityPlan(
        CapabilityPlan capabilities, boolean noNewPrivileges, List<Long> syscallFilter) {
    public SecurityPlan {
        syscallFilter = List.copyOf(syscallFilter);
    }
}
