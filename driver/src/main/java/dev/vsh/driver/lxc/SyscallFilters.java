package dev.vsh.driver.lxc;

import dev.vsh.domain.SyscallRules;
import dev.vsh.seccomp.Abi;
import dev.vsh.seccomp.SyscallFilter;

import java.util.List;
import java.util.Set;

/** Programs that filter system calls: most containers have the same. */
final class SyscallFilters {
    private final Recent<Asked, List<Long>> programs = new Recent<>();

    /** What a program depends on. */
    private record Asked(SyscallRules rules, Set<String> given, List<Abi> abis) {}

    /** See {@link SyscallFilter#compile}. */
    List<Long> program(SyscallRules rules, Set<String> given, List<Abi> abis) {
        return programs.of(
                new Asked(rules, given, abis), () -> SyscallFilter.compile(rules, given, abis));
    }
}
