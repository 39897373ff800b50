package dev.vsh.shell.verb;

import dev.vsh.machine.HostInterface;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.output.Answer;
import dev.vsh.shell.output.Column;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.output.Table;
import dev.vsh.shell.session.HypervisorConnection;

import java.util.List;

/** {@code iface-list}. */
final class IfaceListVerb implements Verb {
    private static final Option.Flag INACTIVE =
            new Option.Flag("inactive", "list inactive interfaces");
    private static final Option.Flag ALL =
            new Option.Flag("all", "list inactive & active interfaces");

    private final HypervisorConnection hypervisor;
    private final Output output;

    IfaceListVerb(HypervisorConnection hypervisor, Output output) {
        this.hypervisor = hypervisor;
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        return new Report(output)
                .command(
                        "iface-list",
                        CommandGroup.INTERFACE,
                        "list physical host interfaces",
                        "Returns list of physical host interfaces.",
                        List.of(INACTIVE, ALL),
                        this::answer);
    }

    private Answer answer(Invocation invocation) {
        Table table =
                new Table(
                        List.of(
                                Column.of("Name", "name"),
                                Column.of("State", "state"),
                                Column.of("MAC Address", "mac")));
        for (HostInterface each : hypervisor.get().machine().interfaces()) {
            if (invocation.has(ALL) || each.up() != invocation.has(INACTIVE)) {
                table.addRow(List.of(each.name(), each.up() ? "active" : "inactive", each.mac()));
            }
        }
        return table;
    }
}
