package dev.vsh.shell.verb;

import dev.vsh.domain.DomainStatus;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.output.Output;

import java.util.List;

/** {@code domstate}. */
final class DomstateVerb implements Verb {
    private static final Option.Flag REASON =
            new Option.Flag("reason", "also print reason for the state");

    private final DomainArgument domain;
    private final Output output;

    DomstateVerb(DomainArgument domain, Output output) {
        this.domain = domain;
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        return new CommandDefinition(
                "domstate",
                CommandGroup.MONITOR,
                "domain state",
                "Returns state about a domain.",
                List.of(domain.option(), REASON),
                this::run);
    }

    private void run(Invocation invocation) {
        DomainStatus status = domain.of(invocation).status();
        String reason = invocation.has(REASON) ? " (" + status.reasonText() + ")" : "";
        output.printLine(status.state() + reason);
    }
}
