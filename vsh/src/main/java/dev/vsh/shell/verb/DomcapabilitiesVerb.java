package dev.vsh.shell.verb;

import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.command.ValueCompleter;
import dev.vsh.shell.output.Answer;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.session.HypervisorConnection;

import java.util.List;

/** {@code domcapabilities}. */
final class DomcapabilitiesVerb implements Verb {
    private static final Option.Text TYPE =
            Option.Text.optional(
                    "virttype", "virtualization type (/domain/@type)", ValueCompleter.NOTHING);
    private static final Option.Text EMULATOR =
            Option.Text.optional(
                    "emulatorbin",
                    "path to emulator binary (/domain/devices/emulator)",
                    ValueCompleter.NOTHING);
    private static final Option.Text ARCHITECTURE =
            Option.Text.optional(
                    "arch", "domain architecture (/domain/os/type/@arch)", ValueCompleter.NOTHING);
    private static final Option.Text MACHINE =
            Option.Text.optional(
                    "machine", "machine type (/domain/os/type/@machine)", ValueCompleter.NOTHING);

    private final HypervisorConnection hypervisor;
    private final Output output;

    DomcapabilitiesVerb(HypervisorConnection hypervisor, Output output) {
        this.hypervisor = hypervisor;
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        return new Report(output)
                .command(
                        "domcapabilities",
                        CommandGroup.HOST,
                        "domain capabilities",
                        "Returns capabilities of emulator with respect to host and libvirt.",
                        List.of(TYPE, EMULATOR, ARCHITECTURE, MACHINE),
                        this::answer);
    }

    /** There is one kind of domain and nothing that emulates: the options change nothing. */
    private Answer answer(Invocation invocation) {
        return HostVerbs.document(hypervisor.get().domainCapabilities());
    }
}
