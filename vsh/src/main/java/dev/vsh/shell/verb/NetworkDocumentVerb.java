package dev.vsh.shell.verb;

import dev.vsh.driver.DomainDocument;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.Network;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.output.Output;

import java.util.List;
import java.util.function.Function;

/** {@code net-define} and {@code net-create}. */
final class NetworkDocumentVerb implements Verb {
    private final String name;
    private final String summary;
    private final String description;
    private final String verb;
    private final DocumentArgument file;
    private final Function<DomainDocument, Network> action;
    private final Output output;

    /**
     * @param verb what is done, with a "d" at its end when it is done
     */
    NetworkDocumentVerb(
            String name,
            String summary,
            String description,
            String verb,
            DocumentArgument file,
            Function<DomainDocument, Network> action,
            Output output) {
        this.name = name;
        this.summary = summary;
        this.description = description;
        this.verb = verb;
        this.file = file;
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
                List.of(file.option(), DocumentArgument.VALIDATE),
                this::run);
    }

    private void run(Invocation invocation) {
        DomainDocument document = file.of(invocation);
        try {
            Network network = action.apply(document);
            output.message(
                    "Network " + network.name() + " " + verb + "d from " + document.origin());
        } catch (DriverException e) {
            throw new CommandException(
                    "Failed to " + verb + " network from " + document.origin(), e);
        }
    }
}
