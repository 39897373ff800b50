package dev.vsh.shell.verb;

import dev.vsh.driver.XmlView;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.output.Output;

import java.util.List;

/** {@code net-dumpxml}. */
final class NetDumpxmlVerb implements Verb {
    private static final Option.Flag INACTIVE =
            new Option.Flag("inactive", "show inactive defined XML");

    private final NetworkArgument network;
    private final DocumentOutput document;

    NetDumpxmlVerb(NetworkArgument network, Output output) {
        this.network = network;
        this.document = new DocumentOutput(output);
    }

    @Override
    public CommandDefinition definition() {
        return new CommandDefinition(
                "net-dumpxml",
                CommandGroup.NETWORK,
                "network information in XML",
                "Output the network information as an XML dump to stdout.",
                List.of(network.option(), INACTIVE, DocumentOutput.XPATH, DocumentOutput.WRAP),
                this::run);
    }

    private void run(Invocation invocation) {
        XmlView view = invocation.has(INACTIVE) ? XmlView.INACTIVE : XmlView.LIVE;
        document.print(network.of(invocation).xml(view), invocation);
    }
}
