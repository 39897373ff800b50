package dev.vsh.shell.verb;

import dev.vsh.driver.Network;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.output.Output;

import java.util.List;

/** {@code net-autostart}. */
final class NetAutostartVerb implements Verb {
    private static final Option.Flag DISABLE = new Option.Flag("disable", "disable autostarting");

    private final NetworkArgument network;
    private final Output output;

    NetAutostartVerb(NetworkArgument network, Output output) {
        this.network = network;
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        return new CommandDefinition(
                "net-autostart",
                CommandGroup.NETWORK,
                "autostart a network",
                "Configure a network to be automatically started at boot.",
                List.of(network.option(), DISABLE),
                this::run);
    }

    private void run(Invocation invocation) {
        Network found = network.of(invocation);
        boolean autostart = !invocation.has(DISABLE);
        String verb = autostart ? "mark" : "unmark";
        CommandException.attempt(
                "failed to " + verb + " network " + network.typed(invocation) + " as autostarted",
                () -> found.setAutostart(autostart));
        output.message("Network " + network.typed(invocation) + " " + verb + "ed as autostarted");
    }
}
