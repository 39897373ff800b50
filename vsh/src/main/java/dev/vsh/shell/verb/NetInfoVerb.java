package dev.vsh.shell.verb;

import dev.vsh.driver.Network;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.output.Columns;
import dev.vsh.shell.output.Output;

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
        return new CommandDefinition(
                "net-info",
                CommandGroup.NETWORK,
                "network information",
                "Returns basic information about the network",
                List.of(network.option()),
                this::run);
    }

    private void run(Invocation invocation) {
        Network found = network.of(invocation);
        print("Name:", found.name());
        print("UUID:", found.uuid().toString());
        print("Active:", yesNo(found.isActive()));
        print("Persistent:", yesNo(found.isPersistent()));
        print("Autostart:", yesNo(found.isAutostart()));
        found.bridgeName().ifPresent(bridge -> print("Bridge:", bridge));
        found.trouble()
                .ifPresent(
                        trouble ->
                                print(
                                        "Trouble:",
                                        trouble + "; net-start " + found.name() + " mends it"));
    }

    private static String yesNo(boolean value) {
        return value ? "yes" : "no";
    }

    private void print(String name, String value) {
        output.printLine(Columns.property(name, value));
    }
}
