package dev.vsh.shell.verb;

import dev.vsh.domain.DomainDefinition;
import dev.vsh.domain.NumberSet;
import dev.vsh.domain.Vcpu;
import dev.vsh.driver.Domain;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.Invocation;

import java.util.Optional;

/** Keeps all processes of a container to processors of the host: a container has none of its own to tell apart. */
record Pinning(NumberSet processors) {
    static Pinning parse(String text) {
        try {
            return new Pinning(NumberSet.parse(text));
        } catch (IllegalArgumentException _) {
            throw CommandException.because(
                    "Invalid cpulist '" + text + "'",
                    "invalid argument: Failed to parse bitmap '"
                            + text
                            + "', expecting processors as 0-3,^2: nodecpumap shows those there are");
        }
    }

    void apply(Invocation invocation, Domain domain) {
        CommandException.attempt(
                "Failed to pin the domain",
                () -> domain.change(DocumentScope.of(invocation, domain), this::pinned));
    }

    private DomainDefinition pinned(DomainDefinition base) {
        Vcpu vcpu = base.vcpu();
        return base.withVcpu(
                new Vcpu(
                        vcpu.maximum(),
                        vcpu.current(),
                        Optional.of(processors.toString()),
                        vcpu.placement()));
    }
}
