package dev.vsh.shell.verb;

import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.output.Answer;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.output.Shown;

import java.util.List;

/** {@code domcontrol}. */
final class DomcontrolVerb implements Verb {

    private final DomainArgument domain;
    private final Output output;

    DomcontrolVerb(DomainArgument domain, Output output) {
        this.domain = domain;
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        return new Report(output)
                .command(
                        "domcontrol",
                        CommandGroup.MONITOR,
                        "domain control interface state",
                        "Returns state of a control interface to the domain.",
                        List.of(domain.option()),
                        this::answer);
    }

    /** A domain whose helper does not answer does not run: the container ends with it. */
    private Answer answer(Invocation invocation) {
        if (!domain.of(invocation).isActive()) {
            throw new CommandException("Requested operation is not valid: domain is not running");
        }
        return Shown.word("state", "ok");
    }
}
