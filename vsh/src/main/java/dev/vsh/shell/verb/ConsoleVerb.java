package dev.vsh.shell.verb;

import dev.vsh.driver.ConsoleOptions;
import dev.vsh.driver.Domain;
import dev.vsh.driver.XmlView;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.console.ConsoleClient;
import dev.vsh.shell.document.DomainXml;

import java.util.List;

/** {@code console}. */
final class ConsoleVerb implements Verb {
    private static final Option.Flag FORCE =
            new Option.Flag(
                    "force", "force console connection (disconnect already connected sessions)");
    // A console of this driver is always safe: it never loses a session to another by accident.
    private static final Option.Flag SAFE =
            new Option.Flag("safe", "only connect if safe console handling is supported");

    private final DomainArgument domain;
    private final ConsoleClient console;
    private final Option.Text devname;

    ConsoleVerb(DomainArgument domain, ConsoleClient console) {
        this.domain = domain;
        this.console = console;
        this.devname =
                Option.Text.optional(
                        "devname", "character device name", (soFar, _) -> devices(soFar));
    }

    @Override
    public CommandDefinition definition() {
        return new CommandDefinition(
                "console",
                CommandGroup.DOMAIN,
                "connect to the guest console",
                "Connect the virtual serial console for the guest",
                List.of(domain.option(), devname, FORCE, SAFE),
                this::run);
    }

    private void run(Invocation invocation) {
        Domain found = domain.of(invocation);
        if (!found.isActive()) {
            throw new CommandException("The domain is not running");
        }
        console.prepare();
        console.attach(found, new ConsoleOptions(invocation.value(devname), invocation.has(FORCE)));
    }

    private List<String> devices(Invocation soFar) {
        if (!soFar.has(domain.option())) {
            return List.of();
        }
        return new DomainXml(domain.of(soFar).xml(XmlView.LIVE)).consoleAliases();
    }
}
