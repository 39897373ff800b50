package dev.vsh.driver.lxc;

import dev.vsh.domain.CapabilityRules;
import dev.vsh.domain.DomainDefinition;
import dev.vsh.domain.SyscallRules;
import dev.vsh.plan.CapabilityPlan;
import dev.vsh.plan.SecurityPlan;
import dev.vsh.seccomp.Abi;
import dev.vsh.seccomp.SyscallFilter;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a container's processes may do on a given host. */
final class Security {
    private final Host host;

    Security(Host host) {
        this.host = host;
    }

    SecurityPlan plan(DomainDefinition domain) {
        CapabilityPlan capabilities =
                Capabilities.plan(
                        domain.features().capabilities(),
                        domain.idMap().isPresent() ? host.all() : host.permitted());
        return new SecurityPlan(
                capabilities,
                domain.confinement().noNewPrivileges(),
                filter(domain, domain.confinement().syscalls()));
    }

    private List<Long> filter(DomainDefinition domain, SyscallRules rules) {
        return SyscallFilter.compile(rules, given(domain), Abi.of(host.architecture()));
    }

    /** Not what policy='allow' keeps: whoever wants these calls says so. */
    private static Set<String> given(DomainDefinition domain) {
        return domain
                .features()
                .capabilities()
                .map(CapabilityRules::states)
                .orElse(Map.of())
                .entrySet()
                .stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
