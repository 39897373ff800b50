package dev.vsh.shell.verb;

import dev.vsh.domain.DomainStatus;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.output.Answer;
import dev.vsh.shell.output.Datum;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.output.Shown;

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
        return new Report(output)
                .command(
                        "domstate",
                        CommandGroup.MONITOR,
                        "domain state",
                        "Returns state about a domain.",
                        List.of(domain.option(), REASON),
                        this::answer);
    }

    private Answer answer(Invocation invocation) {
        DomainStatus status = domain.of(invocation).status();
        InitEndData init = new InitEndData(status.init());
        String reason =
                invocation.has(REASON) ? " (" + status.reasonText() + ")" + init.text() : "";
        return Shown.of(
                status.state() + reason,
                init.fields(
                        Datum.field("state", status.state()),
                        Datum.field("reason", status.reasonText())));
    }
}
