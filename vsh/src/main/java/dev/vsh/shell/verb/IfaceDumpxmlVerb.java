package dev.vsh.shell.verb;

import dev.vsh.machine.HostInterface;
import dev.vsh.machine.Machine;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.document.HostInterfaceText;
import dev.vsh.shell.output.Answer;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.session.HypervisorConnection;

import java.util.List;

/** {@code iface-dumpxml}. */
final class IfaceDumpxmlVerb implements Verb {
    private static final Option.Flag INACTIVE =
            new Option.Flag("inactive", "show inactive defined XML");

    private final Option.Text option;
    private final HypervisorConnection hypervisor;
    private final Output output;

    IfaceDumpxmlVerb(HypervisorConnection hypervisor, Output output) {
        this.option =
                Option.Text.required(
                        "interface", "interface name or MAC address", (_, _) -> names());
        this.hypervisor = hypervisor;
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        return new Report(output)
                .command(
                        "iface-dumpxml",
                        CommandGroup.INTERFACE,
                        "interface information in XML",
                        "Output the physical host interface information as an XML dump to stdout.",
                        List.of(option, INACTIVE, DocumentOutput.XPATH, DocumentOutput.WRAP),
                        this::answer);
    }

    private List<String> names() {
        return interfaces().stream().map(HostInterface::name).toList();
    }

    private List<HostInterface> interfaces() {
        return hypervisor.get().machine().interfaces();
    }

    /** Nothing is defined here that would not be there. */
    private Answer answer(Invocation invocation) {
        String word = invocation.required(option);
        Machine machine = hypervisor.get().machine();
        HostInterface found =
                interfaces().stream()
                        .filter(each -> each.name().equals(word) || each.mac().equals(word))
                        .findFirst()
                        .orElseThrow(() -> HostVerbs.noInterface(word));
        return DocumentOutput.answer(new HostInterfaceText(machine, found).xml(), invocation);
    }
}
