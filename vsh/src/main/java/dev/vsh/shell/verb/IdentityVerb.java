package dev.vsh.shell.verb;

import dev.vsh.driver.Domain;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.output.Answer;
import dev.vsh.shell.output.Cell;
import dev.vsh.shell.output.Datum;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.output.Shown;

import java.util.List;
import java.util.function.Function;

/** A command that turns one name of a domain into another: domid, domname, domuuid. */
final class IdentityVerb implements Verb {
    private final String name;
    private final String summary;
    private final DomainArgument domain;
    private final Function<Domain, Cell> identity;
    private final Output output;

    IdentityVerb(
            String name,
            String summary,
            DomainArgument domain,
            Function<Domain, Cell> identity,
            Output output) {
        this.name = name;
        this.summary = summary;
        this.domain = domain;
        this.identity = identity;
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        return new Report(output)
                .command(
                        name,
                        CommandGroup.DOMAIN,
                        summary,
                        "",
                        List.of(domain.option()),
                        this::answer);
    }

    private Answer answer(Invocation invocation) {
        Cell found = identity.apply(domain.of(invocation));
        return Shown.of(
                found.text(),
                Datum.fields(Datum.field(name.substring("dom".length()), found.datum())));
    }
}
