package dev.vsh.domain.lxctools;

import dev.vsh.domain.Confinement;
import dev.vsh.domain.ProcessLimit;
import dev.vsh.domain.SyscallRules;

import java.util.Optional;

/** {@code pids.max} and {@code lxc.no_new_privs}. */
final class ConfinementPart {
    private static final long MAX_PROCESSES = 4_194_304;

    private final Settings settings;
    private final CgroupSettings cgroup;
    private final Findings findings;

    ConfinementPart(Settings settings, CgroupSettings cgroup, Findings findings) {
        this.settings = settings;
        this.cgroup = cgroup;
        this.findings = findings;
    }

    Confinement confinement() {
        return new Confinement(
                cgroup.either("pids.max", "pids.max", this::limit)
                        .orElse(new ProcessLimit.Standard()),
                SyscallRules.DEFAULT,
                settings.last("lxc.no_new_privs")
                        .flatMap(setting -> new Numbers(findings).between(0, 1, setting))
                        .filter(flag -> flag == 1)
                        .isPresent());
    }

    private Optional<ProcessLimit> limit(Setting setting) {
        return setting.value().equals("max")
                ? Optional.of(new ProcessLimit.Unlimited())
                : new Numbers(findings)
                        .between(1, MAX_PROCESSES, setting)
                        .map(ProcessLimit.AtMost::new);
    }
}
