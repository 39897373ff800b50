package dev.vsh.domain.xml;

import java.util.ArrayList;
import java.util.List;

/** All checks that a document must pass once it is in the grammar. */
final class DomainChecks {
    private static final List<DomainCheck> ALL =
            List.of(
                    IdentityChecks::name,
                    IdentityChecks::title,
                    IdentityChecks::metadata,
                    MemoryChecks::memory,
                    MemoryChecks::sizes,
                    MemoryChecks::filesystems,
                    InitChecks::os,
                    InitChecks::init,
                    IdMapChecks::bothKinds,
                    IdMapChecks::ranges,
                    FilesystemChecks::source,
                    FilesystemChecks::target,
                    FilesystemChecks::oneRoot,
                    ConsoleChecks::type,
                    ConsoleChecks::ports,
                    InterfaceChecks::source,
                    InterfaceChecks::macs,
                    InterfaceChecks::addresses,
                    DeviceChecks::disks,
                    DeviceChecks::hostDevices,
                    SharedNamespaceChecks::processes,
                    ConfinementChecks::syscalls,
                    AutostartChecks::readiness,
                    AutostartChecks::predecessors);

    private DomainChecks() {}

    /** Every problem, in any order. */
    static List<XmlProblem> problems(ParsedDomain domain) {
        List<XmlProblem> problems = new ArrayList<>();
        ALL.forEach(check -> check.check(domain, problems::add));
        return problems;
    }
}
