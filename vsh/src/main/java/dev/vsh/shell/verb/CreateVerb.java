package dev.vsh.shell.verb;

import dev.vsh.driver.ConsoleOptions;
import dev.vsh.driver.Domain;
import dev.vsh.driver.DomainDocument;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.StartRequest;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.console.ConsoleClient;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.output.WaitingLine;
import dev.vsh.shell.session.HypervisorConnection;

import java.util.ArrayList;
import java.util.List;

/** {@code create}. */
final class CreateVerb implements Verb {
    private final DocumentArgument file;
    private final HypervisorConnection hypervisor;
    private final ConsoleClient console;
    private final Output output;

    CreateVerb(
            DocumentArgument file,
            HypervisorConnection hypervisor,
            ConsoleClient console,
            Output output) {
        this.file = file;
        this.hypervisor = hypervisor;
        this.console = console;
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        List<Option> options = new ArrayList<>();
        options.add(file.option());
        options.add(StartOptions.CONSOLE);
        options.add(DocumentArgument.VALIDATE);
        options.addAll(StartOptions.REFUSED);
        return new CommandDefinition(
                "create",
                CommandGroup.DOMAIN,
                "create a domain from an XML file",
                "Create a domain.",
                options,
                this::run);
    }

    private void run(Invocation invocation) {
        DomainDocument document = file.of(invocation);
        Domain domain = create(document, StartOptions.request(invocation, console));
        output.message("Domain '" + domain.name() + "' created from " + document.origin());
        if (invocation.has(StartOptions.CONSOLE)) {
            console.attach(domain, ConsoleOptions.FIRST);
        }
    }

    private Domain create(DomainDocument document, StartRequest request) {
        try (WaitingLine _ = output.waiting("creating a domain from " + document.origin())) {
            return hypervisor.get().createDomain(document, request);
        } catch (DriverException e) {
            throw new CommandException("Failed to create domain from " + document.origin(), e);
        }
    }
}
