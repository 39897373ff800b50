package dev.vsh.domain.xml;

import dev.vsh.domain.Confinement;
import dev.vsh.domain.ProcessLimit;
import dev.vsh.domain.SyscallRules;
import dev.vsh.schema.ContainerXml;
import dev.vsh.schema.FlagXml;
import dev.vsh.schema.ProcessesXml;
import dev.vsh.schema.SeccompXml;
import dev.vsh.schema.SyscallActionXml;
import dev.vsh.schema.SyscallPolicyXml;
import dev.vsh.schema.SyscallXml;

import java.util.Optional;

/** {@code <vsh:container>}. */
final class ConfinementBinding {
    private static final String UNLIMITED = "max";

    private ConfinementBinding() {}

    static Confinement confinement(ContainerXml xml) {
        return new Confinement(
                Optional.ofNullable(xml.getPids())
                        .map(pids -> limit(pids.getMax()))
                        .orElse(Confinement.DEFAULT.processes()),
                Optional.ofNullable(xml.getSeccomp())
                        .map(ConfinementBinding::rules)
                        .orElse(SyscallRules.DEFAULT),
                xml.getNoNewPrivs() != null);
    }

    private static ProcessLimit limit(String max) {
        return max.equals(UNLIMITED)
                ? new ProcessLimit.Unlimited()
                : new ProcessLimit.AtMost(Long.parseLong(max.strip()));
    }

    private static SyscallRules rules(SeccompXml xml) {
        return new SyscallRules(
                xml.getPolicy() == SyscallPolicyXml.ALLOW
                        ? SyscallRules.Policy.ALLOW
                        : SyscallRules.Policy.DEFAULT,
                xml.getSyscall().stream()
                        .map(
                                rule ->
                                        new SyscallRules.Rule(
                                                rule.getName(),
                                                rule.getAction() == SyscallActionXml.ALLOW))
                        .toList());
    }

    static Optional<ContainerXml> xml(Confinement confinement) {
        if (confinement.equals(Confinement.DEFAULT)) {
            return Optional.empty();
        }
        var xml = new ContainerXml();
        limitText(confinement.processes())
                .ifPresent(
                        max -> {
                            var pids = new ProcessesXml();
                            pids.setMax(max);
                            xml.setPids(pids);
                        });
        if (!confinement.syscalls().equals(SyscallRules.DEFAULT)) {
            xml.setSeccomp(rulesXml(confinement.syscalls()));
        }
        if (confinement.noNewPrivileges()) {
            xml.setNoNewPrivs(new FlagXml());
        }
        return Optional.of(xml);
    }

    private static Optional<String> limitText(ProcessLimit limit) {
        return switch (limit) {
            case ProcessLimit.Standard _ -> Optional.empty();
            case ProcessLimit.Unlimited _ -> Optional.of(UNLIMITED);
            case ProcessLimit.AtMost(long count) -> Optional.of(Long.toString(count));
        };
    }

    private static SeccompXml rulesXml(SyscallRules rules) {
        var xml = new SeccompXml();
        xml.setPolicy(
                switch (rules.policy()) {
                    case DEFAULT -> SyscallPolicyXml.DEFAULT;
                    case ALLOW -> SyscallPolicyXml.ALLOW;
                });
        for (SyscallRules.Rule rule : rules.rules()) {
            var syscall = new SyscallXml();
            syscall.setName(rule.name());
            syscall.setAction(rule.allowed() ? SyscallActionXml.ALLOW : SyscallActionXml.DENY);
            xml.getSyscall().add(syscall);
        }
        return xml;
    }
}
