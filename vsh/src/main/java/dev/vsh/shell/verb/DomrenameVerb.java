package dev.vsh.shell.verb;

import dev.vsh.driver.Domain;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.output.Output;

import java.util.List;

/** {@code domrename}. */
final class DomrenameVerb implements Verb {
    private static final Option.Text NEW_NAME =
            Option.Text.required("new-name", "new domain name", (_, _) -> List.of());

    private final DomainArgument domain;
    private final Output output;

    DomrenameVerb(DomainArgument domain, Output output) {
        this.domain = domain;
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        return new CommandDefinition(
                "domrename",
                CommandGroup.DOMAIN,
                "rename a domain",
                "Rename an inactive domain.",
                List.of(domain.option(), NEW_NAME),
                this::run);
    }

    private void run(Invocation invocation) {
        Domain found = domain.of(invocation);
        String name = invocation.required(NEW_NAME);
        if (name.equals(found.name())) {
            throw new CommandException(
                    "Requested operation is not valid: Can't rename domain to itself");
        }
        found.rename(name);
        output.message("Domain successfully renamed");
    }
}
