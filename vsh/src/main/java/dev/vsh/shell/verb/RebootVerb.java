package dev.vsh.shell.verb;

import dev.vsh.driver.Domain;
import dev.vsh.driver.ShutdownRequest;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.session.Liveliness;

/** {@code reboot}. */
final class RebootVerb implements Verb {
    private final DomainArgument domain;
    private final Output output;

    RebootVerb(DomainArgument domain, Output output) {
        this.domain = domain;
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        return new CommandDefinition(
                "reboot",
                CommandGroup.DOMAIN,
                "reboot a domain",
                "Ask the init of the target domain to reboot, or to stop and be started again.",
                ShutdownOptions.after(domain.option()),
                this::run);
    }

    private void run(Invocation invocation) {
        Domain found = domain.of(invocation);
        ShutdownRequest request = ShutdownOptions.of(invocation);
        CommandException.attempt(
                "Failed to reboot domain '" + found.name() + "'", () -> found.reboot(request));
        String become =
                request.patience().isEmpty()
                        ? "is being rebooted"
                        : Liveliness.isActive(found)
                                ? "has been rebooted"
                                : "has been shut down (on_reboot)";
        output.message("Domain '" + found.name() + "' " + become);
    }
}
