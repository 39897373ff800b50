package dev.vsh.shell.verb;

import dev.vsh.driver.Domain;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.output.Output;

import java.util.List;
import java.util.function.Function;

/** A command that turns one name of a domain into another: domid, domname, domuuid. */
final class IdentityVerb implements Verb {
    private final String name;
    private final String summary;
    private final DomainArgument domain;
    private final Function<Domain, String> identity;
    private final Output output;

    IdentityVerb(
            String name,
            String summary,
            DomainArgument domain,
            Function<Domain, String> identity,
            Output output) {
        this.name = name;
        this.summary = summary;
        this.domain = domain;
        this.identity = identity;
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        return new CommandDefinition(
                name,
                CommandGroup.DOMAIN,
                summary,
                "",
                List.of(domain.option()),
                invocation -> output.printLine(identity.apply(domain.of(invocation))));
    }
}
