package dev.vsh.shell.verb;

import dev.vsh.driver.Domain;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.output.Output;

import java.util.List;

/** {@code autostart}. */
final class AutostartVerb implements Verb {
    private static final Option.Flag DISABLE = new Option.Flag("disable", "disable autostarting");

    private final DomainArgument domain;
    private final Output output;

    AutostartVerb(DomainArgument domain, Output output) {
        this.domain = domain;
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        return new CommandDefinition(
                "autostart",
                CommandGroup.DOMAIN,
                "autostart a domain",
                "Configure a domain to be automatically started at boot, by autostart-all.",
                List.of(domain.option(), DISABLE),
                this::run);
    }

    private void run(Invocation invocation) {
        Domain found = domain.of(invocation);
        boolean autostart = !invocation.has(DISABLE);
        String verb = autostart ? "mark" : "unmark";
        CommandException.attempt(
                "Failed to " + verb + " domain '" + domain.typed(invocation) + "' as autostarted",
                () -> found.setAutostart(autostart));
        output.message("Domain '" + domain.typed(invocation) + "' " + verb + "ed as autostarted");
    }
}
