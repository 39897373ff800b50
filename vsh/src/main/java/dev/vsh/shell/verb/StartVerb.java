package dev.vsh.shell.verb;

import dev.vsh.driver.ConsoleOptions;
import dev.vsh.driver.Domain;
import dev.vsh.driver.StartRequest;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.console.ConsoleClient;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.output.WaitingLine;

import java.util.ArrayList;
import java.util.List;

/** {@code start}. */
final class StartVerb implements Verb {
    private static final Option.Flag FORCE_BOOT =
            new Option.Flag("force-boot", "boot afresh (a container has no other way)");

    private static final Option.Flag BYPASS_CACHE =
            new Option.Flag(
                    "bypass-cache", "avoid file system cache when loading (nothing is loaded)");

    private final DomainArgument domain;
    private final ConsoleClient console;
    private final Output output;

    StartVerb(DomainArgument domain, ConsoleClient console, Output output) {
        this.domain = domain;
        this.console = console;
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        List<Option> options = new ArrayList<>();
        options.add(domain.option());
        options.add(StartOptions.CONSOLE);
        options.add(BYPASS_CACHE);
        options.add(FORCE_BOOT);
        options.addAll(StartOptions.REFUSED);
        return new CommandDefinition(
                "start",
                CommandGroup.DOMAIN,
                "start a (previously defined) inactive domain",
                "Start a domain as its definition says.",
                options,
                this::run);
    }

    private void run(Invocation invocation) {
        Domain found = domain.of(invocation);
        if (found.isActive()) {
            throw new CommandException("Domain is already active");
        }
        StartRequest request = StartOptions.request(invocation, console);
        try (WaitingLine _ = output.waiting("starting '" + found.name() + "'")) {
            CommandException.attempt(
                    "Failed to start domain '" + found.name() + "'", () -> found.start(request));
        }
        output.message("Domain '" + found.name() + "' started");
        if (invocation.has(StartOptions.CONSOLE)) {
            console.attach(found, ConsoleOptions.FIRST);
        }
    }
}
