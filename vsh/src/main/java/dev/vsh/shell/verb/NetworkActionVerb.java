package dev.vsh.shell.verb;

import dev.vsh.driver.Network;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.output.WaitingLine;

import java.util.List;
import java.util.function.Consumer;

/** A command that does one thing to a network and says that it is done. */
final class NetworkActionVerb implements Verb {
    private final String name;
    private final String summary;
    private final String description;
    private final String verb;
    private final String done;
    private final NetworkArgument network;
    private final Consumer<Network> action;
    private final Output output;

    /**
     * @param verb what cannot be done when it fails
     * @param done what has become of the network, as in {@code Network x started}
     */
    NetworkActionVerb(
            String name,
            String summary,
            String description,
            String verb,
            String done,
            NetworkArgument network,
            Consumer<Network> action,
            Output output) {
        this.name = name;
        this.summary = summary;
        this.description = description;
        this.verb = verb;
        this.done = done;
        this.network = network;
        this.action = action;
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        return new CommandDefinition(
                name,
                CommandGroup.NETWORK,
                summary,
                description,
                List.of(network.option()),
                this::run);
    }

    private void run(Invocation invocation) {
        Network found = network.of(invocation);
        try (WaitingLine _ = output.waiting(verb + " of network " + found.name())) {
            CommandException.attempt(
                    "Failed to " + verb + " network " + network.typed(invocation),
                    () -> action.accept(found));
        }
        output.message("Network " + network.typed(invocation) + " " + done);
    }
}
