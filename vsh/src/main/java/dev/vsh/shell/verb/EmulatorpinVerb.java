package dev.vsh.shell.verb;

import dev.vsh.domain.DomainDefinition;
import dev.vsh.domain.NumberSet;
import dev.vsh.domain.Vcpu;
import dev.vsh.driver.Domain;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.command.ValueCompleter;
import dev.vsh.shell.output.Output;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code emulatorpin}: a container has no emulator, and no processors of its own that could be told apart. */
final class EmulatorpinVerb implements Verb {
    private static final Option.Text CPUS =
            Option.Text.optional("cpulist", "host cpu number(s) to set", ValueCompleter.NOTHING);

    private final DomainArgument domain;
    private final Output output;

    EmulatorpinVerb(DomainArgument domain, Output output) {
        this.domain = domain;
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        List<Option> options = new ArrayList<>(List.of(domain.option(), CPUS));
        options.addAll(DocumentScope.OPTIONS);
        return new CommandDefinition(
                "emulatorpin",
                CommandGroup.DOMAIN,
                "control or query domain emulator affinity",
                "Pin all processes of a container to host physical CPUs.",
                options,
                this::run);
    }

    private void run(Invocation invocation) {
        Domain found = domain.of(invocation);
        Optional<NumberSet> wanted = invocation.value(CPUS).map(EmulatorpinVerb::parse);
        if (wanted.isPresent()) {
            CommandException.attempt(
                    "Failed to pin the domain",
                    () ->
                            found.change(
                                    DocumentScope.of(invocation, found),
                                    base -> pinned(base, wanted.get())));
            return;
        }
        output.printLine("emulator: CPU Affinity");
        output.printLine("----------------------------------");
        output.printLine(
                "       *: "
                        + found.definition(DocumentScope.one(invocation, found))
                                .vcpu()
                                .cpuset()
                                .orElse("all"));
    }

    private static NumberSet parse(String text) {
        try {
            return NumberSet.parse(text);
        } catch (IllegalArgumentException e) {
            throw new CommandException("Invalid cpulist '" + text + "'", e);
        }
    }

    private static DomainDefinition pinned(DomainDefinition base, NumberSet cpus) {
        Vcpu vcpu = base.vcpu();
        return base.withVcpu(
                new Vcpu(
                        vcpu.maximum(),
                        vcpu.current(),
                        Optional.of(cpus.toString()),
                        vcpu.placement()));
    }
}
