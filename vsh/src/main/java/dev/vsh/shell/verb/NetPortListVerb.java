package dev.vsh.shell.verb;

import dev.vsh.driver.NetworkPort;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.output.Answer;
import dev.vsh.shell.output.Cell;
import dev.vsh.shell.output.Column;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.output.Table;
import dev.vsh.shell.session.HypervisorConnection;

import java.util.List;

/** {@code net-port-list}. */
final class NetPortListVerb implements Verb {
    private static final Option.Flag UUID = new Option.Flag("uuid", "list uuid's only");
    private static final Option.Flag TABLE = new Option.Flag("table", "list table (default)");

    private final NetworkArgument network;
    private final HypervisorConnection hypervisor;
    private final Output output;

    NetPortListVerb(NetworkArgument network, HypervisorConnection hypervisor, Output output) {
        this.network = network;
        this.hypervisor = hypervisor;
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        return new Report(output)
                .command(
                        "net-port-list",
                        CommandGroup.NETWORK,
                        "list network ports",
                        "Returns list of network ports: where running domains are plugged in.",
                        List.of(network.option(), UUID, TABLE),
                        this::answer);
    }

    private Answer answer(Invocation invocation) {
        invocation.refuseTogether(UUID, TABLE);
        List<NetworkPort> ports = hypervisor.get().networkPorts(network.of(invocation));
        if (invocation.has(UUID)) {
            Table words = new Table(List.of(Column.hidden("uuid")));
            ports.forEach(port -> words.addRow(List.of(port.uuid().toString())));
            return words.asLines();
        }
        Table table =
                new Table(
                        List.of(
                                Column.of("UUID", "uuid"),
                                Column.hidden("domain"),
                                Column.hidden("mac")));
        for (NetworkPort port : ports) {
            table.addCells(
                    List.of(
                            Cell.of(port.uuid().toString()),
                            Cell.of(port.owner()),
                            Cell.of(port.mac())));
        }
        return table;
    }
}
