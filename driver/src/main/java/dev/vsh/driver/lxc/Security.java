package dev.vsh.driver.lxc;

import dev.vsh.domain.CapabilityRules;
import dev.vsh.domain.DomainDefinition;
import dev.vsh.domain.SyscallRules;
import dev.vsh.linux.Capability;
import dev.vsh.plan.CapabilityPlan;
import dev.vsh.plan.SecurityPlan;
import dev.vsh.seccomp.Abi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a container's processes may do on a given host. */
final class Security {
    private static final Path ROOT = Path.of("/");
    private static final SyscallRules UNFILTERED =
            new SyscallRules(SyscallRules.Policy.ALLOW, List.of());

    private final Host host;
    private final SyscallFilters filters;

    Security(Host host, SyscallFilters filters) {
        this.host = host;
        this.filters = filters;
    }

    SecurityPlan plan(DomainDefinition domain) {
        CapabilityPlan capabilities =
                Capabilities.plan(
                        domain.features().capabilities(),
                        domain.idMap().isPresent() ? host.all() : host.permitted());
        return new SecurityPlan(
                capabilities,
                domain.confinement().noNewPrivileges(),
                filter(domain, domain.confinement().syscalls()),
                SecurityModules.read(ROOT).plan(domain.securityLabels()),
                thermalFolders());
    }

    /** Their counters tell what the processor's other users do. */
    private static List<String> thermalFolders() {
        Path sys = ROOT.resolve("sys");
        try (var processors =
                Files.newDirectoryStream(sys.resolve("devices/system/cpu"), "cpu[0-9]*")) {
            List<String> folders = new ArrayList<>();
            for (Path processor : processors) {
                Path folder = processor.resolve("thermal_throttle");
                if (Files.isDirectory(folder)) {
                    folders.add(sys.relativize(folder).toString());
                }
            }
            folders.sort(null);
            return folders;
        } catch (IOException _) {
            return List.of();
        }
    }

    /** What a document asks for and this host's kernel, or this process, cannot give. */
    static void check(Host host, DomainDefinition domain, List<String> problems) {
        SecurityModules modules = SecurityModules.read(ROOT);
        domain.securityLabels().forEach(label -> modules.fault(label).ifPresent(problems::add));
        long permitted = domain.idMap().isPresent() ? host.all() : host.permitted();
        for (String name : new TreeSet<>(given(domain))) {
            long bit = Capability.of(name).bit();
            if ((host.all() & bit) == 0) {
                problems.add("capability '" + name + "' is not known to this host's kernel");
            } else if ((permitted & bit) == 0) {
                problems.add(
                        "capability '"
                                + name
                                + "' cannot be given, as this process has not got it itself");
            }
        }
        boolean filtered = !domain.confinement().syscalls().equals(UNFILTERED);
        if (filtered && Abi.of(host.architecture()).isEmpty()) {
            problems.add(
                    "system calls of a "
                            + host.architecture()
                            + " processor cannot be filtered: add <vsh:seccomp policy='allow'/>");
        }
    }

    private List<Long> filter(DomainDefinition domain, SyscallRules rules) {
        return filters.program(rules, given(domain), Abi.of(host.architecture()));
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
