package dev.vsh.shell.verb;

import dev.vsh.driver.Domain;
import dev.vsh.driver.DomainDocument;
import dev.vsh.driver.DriverException;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.session.HypervisorConnection;

import java.util.List;

/** {@code define}. */
final class DefineVerb implements Verb {
    private final DocumentArgument file;
    private final HypervisorConnection hypervisor;
    private final Output output;

    DefineVerb(DocumentArgument file, HypervisorConnection hypervisor, Output output) {
        this.file = file;
        this.hypervisor = hypervisor;
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        return new CommandDefinition(
                "define",
                CommandGroup.DOMAIN,
                "define (but don't start) a domain from an XML file",
                "Define a domain.",
                List.of(file.option(), DocumentArgument.VALIDATE),
                this::run);
    }

    private void run(Invocation invocation) {
        DomainDocument document = file.of(invocation);
        try {
            Domain domain = hypervisor.get().defineDomain(document);
            output.message("Domain '" + domain.name() + "' defined from " + document.origin());
        } catch (DriverException e) {
            throw new CommandException("Failed to define domain from " + document.origin(), e);
        }
    }
}
