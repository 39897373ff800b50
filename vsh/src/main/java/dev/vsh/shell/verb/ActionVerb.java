package dev.vsh.shell.verb;

import dev.vsh.driver.Domain;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.output.WaitingLine;

import java.util.List;
import java.util.function.Consumer;

/** A command that does one thing to a domain and says that it is done: {@code suspend}, {@code resume}. */
final class ActionVerb implements Verb {
    private final String name;
    private final String summary;
    private final String description;
    private final String done;
    private final DomainArgument domain;
    private final Consumer<Domain> action;
    private final Output output;

    /**
     * @param done what has become of the domain, as in {@code Domain 'x' suspended}
     */
    ActionVerb(
            String name,
            String summary,
            String description,
            String done,
            DomainArgument domain,
            Consumer<Domain> action,
            Output output) {
        this.name = name;
        this.summary = summary;
        this.description = description;
        this.done = done;
        this.domain = domain;
        this.action = action;
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        return new CommandDefinition(
                name,
                CommandGroup.DOMAIN,
                summary,
                description,
                List.of(domain.option()),
                this::run);
    }

    private void run(Invocation invocation) {
        Domain found = domain.of(invocation);
        try (WaitingLine _ = output.waiting(name + " of '" + found.name() + "'")) {
            CommandException.attempt(
                    "Failed to " + name + " domain '" + domain.typed(invocation) + "'",
                    () -> action.accept(found));
        }
        output.message("Domain '" + domain.typed(invocation) + "' " + done);
    }
}
