package dev.vsh.shell.verb;

import dev.vsh.driver.Network;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.output.Answer;
import dev.vsh.shell.output.Cell;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.output.Properties;

import java.util.List;

/** {@code net-info}. */
final class NetInfoVerb implements Verb {
    private final NetworkArgument network;
    private final Output output;

    NetInfoVerb(NetworkArgument network, Output output) {
        this.network = network;
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        return new Report(output)
                .command(
                        "net-info",
                        CommandGroup.NETWORK,
                        "network information",
                        "Returns basic information about the network",
                        List.of(network.option()),
                        this::answer);
    }

    private Answer answer(Invocation invocation) {
        Network found = network.of(invocation);
        Properties answer =
                Properties.inColumns(15)
                        .add("Name:", "name", found.name())
                        .add("UUID:", "uuid", found.uuid().toString())
                        .add("Active:", "active", Cell.yesNo(found.isActive()))
                        .add("Persistent:", "persistent", Cell.yesNo(found.isPersistent()))
                        .add("Autostart:", "autostart", Cell.yesNo(found.isAutostart()));
        found.bridgeName().ifPresent(bridge -> answer.add("Bridge:", "bridge", bridge));
        found.trouble()
                .ifPresent(
                        trouble ->
                                answer.add(
                                        "Trouble:",
                                        "trouble",
                                        trouble + "; net-start " + found.name() + " mends it"));
        return answer;
    }
}
