package dev.vsh.shell.verb;

import dev.vsh.driver.ConsoleOptions;
import dev.vsh.driver.Domain;
import dev.vsh.driver.DomainDocument;
import dev.vsh.driver.DriverException;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.console.ConsoleClient;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.output.WaitingLine;
import dev.vsh.shell.session.HypervisorConnection;

import java.util.List;

/** {@code try}: a first container, for which nothing has to be prepared. */
final class TryVerb implements Verb {
    private static final String DOCUMENT =
            """
            <domain type='lxc'>
              <name>try</name>
              <memory unit='MiB'>256</memory>
              <os>
                <type>exe</type>
                <init>/bin/sh</init>
              </os>
              <features>
                <privnet/>
              </features>
              <devices>
                <!-- the host's files, to look at -->
                <filesystem type='mount'>
                  <source dir='/'/>
                  <target dir='/'/>
                  <readonly/>
                </filesystem>
                <!-- and some room of its own -->
                <filesystem type='ram'>
                  <source usage='64' units='MiB'/>
                  <target dir='/tmp'/>
                </filesystem>
                <console type='pty'/>
              </devices>
            </domain>
            """;
    private static final Option.Flag PRINT_XML =
            new Option.Flag("print-xml", "print the document, to begin one of your own with");

    private final HypervisorConnection hypervisor;
    private final ConsoleClient console;
    private final Output output;

    TryVerb(HypervisorConnection hypervisor, ConsoleClient console, Output output) {
        this.hypervisor = hypervisor;
        this.console = console;
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        return new CommandDefinition(
                "try",
                CommandGroup.SHELL,
                "try a shell in a container",
                "Start a shell in a container that sees the host's files, changes none of them, and"
                        + " is\n"
                        + "gone when the shell ends. Nothing has to be prepared for it.",
                List.of(PRINT_XML),
                this::run);
    }

    private void run(Invocation invocation) {
        if (invocation.has(PRINT_XML)) {
            output.print(DOCUMENT);
            return;
        }
        console.prepare();
        Domain domain = create();
        output.message(
                "Domain '"
                        + domain.name()
                        + "' is yours. Type ps, df or hostname; exit ends it, Ctrl-] leaves it"
                        + " running.");
        console.attach(domain, ConsoleOptions.FIRST);
    }

    private Domain create() {
        try (WaitingLine _ = output.waiting("starting a container")) {
            return hypervisor
                    .get()
                    .createDomain(DomainDocument.of(DOCUMENT, "(try)"), console.startRequest());
        } catch (DriverException e) {
            throw new CommandException("Failed to start a container to try", e);
        }
    }
}
