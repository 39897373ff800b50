package dev.vsh.shell.verb;

import dev.vsh.driver.Domain;
import dev.vsh.driver.ShutdownRequest;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.session.Liveliness;

/** {@code shutdown}. */
final class ShutdownVerb implements Verb {
    private final DomainArgument domain;
    private final Output output;

    ShutdownVerb(DomainArgument domain, Output output) {
        this.domain = domain;
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        return new CommandDefinition(
                "shutdown",
                CommandGroup.DOMAIN,
                "gracefully shutdown a domain",
                "Ask the init of the target domain to stop it, as this init wants to be asked.",
                ShutdownOptions.after(domain.option()),
                this::run);
    }

    private void run(Invocation invocation) {
        Domain found = domain.of(invocation);
        ShutdownRequest request = ShutdownOptions.of(invocation);
        CommandException.attempt(
                "Failed to shutdown domain '" + found.name() + "'", () -> found.shutdown(request));
        String become =
                request.patience().isEmpty()
                        ? "is being shutdown"
                        : Liveliness.isActive(found)
                                ? "has been started again (on_poweroff)"
                                : "has been shut down";
        output.message("Domain '" + found.name() + "' " + become);
    }
}
