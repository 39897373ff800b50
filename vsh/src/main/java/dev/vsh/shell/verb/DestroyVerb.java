package dev.vsh.shell.verb;

import dev.vsh.driver.Domain;
import dev.vsh.driver.ShutdownRequest;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.output.WaitingLine;
import dev.vsh.shell.session.InterruptKey;

import java.util.List;

/** {@code destroy}. */
final class DestroyVerb implements Verb {
    private static final Option.Flag GRACEFUL = new Option.Flag("graceful", "terminate gracefully");

    private final DomainArgument domain;
    private final InterruptKey key;
    private final Output output;

    DestroyVerb(DomainArgument domain, InterruptKey key, Output output) {
        this.domain = domain;
        this.key = key;
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        return new CommandDefinition(
                "destroy",
                CommandGroup.DOMAIN,
                "destroy (stop) a domain",
                "Forcefully stop a given domain, but leave its resources intact.",
                List.of(
                        domain.option(),
                        GRACEFUL,
                        Option.Refused.flag("remove-logs", "logs are kept")),
                this::run);
    }

    private void run(Invocation invocation) {
        Domain found = domain.of(invocation);
        try (WaitingLine _ = output.waiting("waiting for '" + found.name() + "' to end")) {
            CommandException.attempt(
                    "Failed to destroy domain '" + domain.typed(invocation) + "'",
                    () -> destroy(found, invocation.has(GRACEFUL)));
        }
        output.message("Domain '" + domain.typed(invocation) + "' destroyed");
    }

    private void destroy(Domain domain, boolean gracefully) {
        if (!gracefully) {
            domain.destroy();
            return;
        }
        key.interruptible(
                () -> {
                    domain.shutdown(ShutdownRequest.within(ShutdownOptions.USUAL).asLast());
                    return true;
                });
    }
}
