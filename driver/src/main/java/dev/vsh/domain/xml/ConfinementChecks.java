package dev.vsh.domain.xml;

import dev.vsh.schema.ContainerXml;
import dev.vsh.schema.SyscallActionXml;
import dev.vsh.schema.SyscallXml;
import dev.vsh.seccomp.SyscallTable;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** {@code <vsh:container>}. */
final class ConfinementChecks {
    /** By these the init is started. */
    private static final Set<String> NEEDED = Set.of("execve", "write", "exit_group");

    private ConfinementChecks() {}

    static void syscalls(ParsedDomain domain, Consumer<XmlProblem> problems) {
        List<SyscallXml> rules = rules(domain).toList();
        if (rules.isEmpty()) {
            return;
        }
        Set<String> names = SyscallTable.load().names();
        for (SyscallXml rule : rules) {
            fault(rule, names).ifPresent(message -> problems.accept(domain.problem(rule, message)));
        }
    }

    private static Stream<SyscallXml> rules(ParsedDomain domain) {
        return domain.xml().getContainer().stream()
                .map(ContainerXml::getSeccomp)
                .flatMap(Stream::ofNullable)
                .flatMap(seccomp -> seccomp.getSyscall().stream());
    }

    private static Optional<String> fault(SyscallXml rule, Set<String> names) {
        String name = rule.getName();
        if (!names.contains(name)) {
            String nearest =
                    NearestName.of(name, names)
                            .map(near -> ", did you mean '%s'?".formatted(near))
                            .orElse("");
            return Optional.of("there is no system call '%s'%s".formatted(name, nearest));
        }
        boolean denied = rule.getAction() == SyscallActionXml.DENY;
        return denied && NEEDED.contains(name)
                ? Optional.of(
                        "system call '%s' cannot be denied: no init starts without it"
                                .formatted(name))
                : Optional.empty();
    }
}
