package dev.vsh.shell.verb;

import dev.vsh.driver.Domain;
import dev.vsh.shell.command.CommandDefinition;
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
        Optional<Pinning> wanted = invocation.value(CPUS).map(Pinning::parse);
        if (wanted.isPresent()) {
            wanted.get().apply(invocation, found);
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
}
