package dev.vsh.shell.verb;

import dev.vsh.machine.HostInterface;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.output.Answer;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.output.Shown;
import dev.vsh.shell.session.HypervisorConnection;

import java.util.List;
import java.util.function.Function;

/** {@code iface-mac} and {@code iface-name}: one name of an interface for the other. */
final class IfaceNameVerb implements Verb {
    private final String name;
    private final String summary;
    private final Function<HostInterface, String> known;
    private final Function<HostInterface, String> asked;
    private final Option.Text option;
    private final HypervisorConnection hypervisor;
    private final Output output;

    /**
     * @param known what the interface is called by the user
     * @param asked what the user wants to know
     */
    IfaceNameVerb(
            String name,
            String summary,
            String help,
            Function<HostInterface, String> known,
            Function<HostInterface, String> asked,
            HypervisorConnection hypervisor,
            Output output) {
        this.name = name;
        this.summary = summary;
        this.known = known;
        this.asked = asked;
        this.option = Option.Text.required("interface", help, (_, _) -> candidates());
        this.hypervisor = hypervisor;
        this.output = output;
    }

    private List<String> candidates() {
        return hypervisor.get().machine().interfaces().stream().map(known).toList();
    }

    @Override
    public CommandDefinition definition() {
        return new Report(output)
                .command(name, CommandGroup.INTERFACE, summary, "", List.of(option), this::answer);
    }

    private Answer answer(Invocation invocation) {
        String word = invocation.required(option);
        return hypervisor.get().machine().interfaces().stream()
                .filter(each -> known.apply(each).equalsIgnoreCase(word))
                .findFirst()
                .map(found -> Shown.word(name.substring("iface-".length()), asked.apply(found)))
                .orElseThrow(() -> HostVerbs.noInterface(word));
    }
}
