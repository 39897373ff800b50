package dev.vsh.shell.verb;

import dev.vsh.driver.Network;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.output.Shown;

import java.util.List;
import java.util.function.Function;

/** {@code net-name} and {@code net-uuid}. */
final class NetworkNameVerb implements Verb {
    private final String name;
    private final String summary;
    private final NetworkArgument network;
    private final Function<Network, String> text;
    private final Output output;

    NetworkNameVerb(
            String name,
            String summary,
            NetworkArgument network,
            Function<Network, String> text,
            Output output) {
        this.name = name;
        this.summary = summary;
        this.network = network;
        this.text = text;
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        return new Report(output)
                .command(
                        name,
                        CommandGroup.NETWORK,
                        summary,
                        "",
                        List.of(network.option()),
                        invocation ->
                                Shown.word(
                                        name.substring("net-".length()),
                                        text.apply(network.of(invocation))));
    }
}
