package dev.vsh.shell.verb;

import dev.vsh.driver.XmlView;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.document.DomainXml;
import dev.vsh.shell.document.InterfaceXml;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.output.Table;

import java.util.List;

/** {@code domiflist}. */
final class DomiflistVerb implements Verb {
    private static final String MISSING = "-";
    private static final Option.Flag INACTIVE =
            new Option.Flag("inactive", "get inactive rather than running configuration");

    private final DomainArgument domain;
    private final Output output;

    DomiflistVerb(DomainArgument domain, Output output) {
        this.domain = domain;
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        return new CommandDefinition(
                "domiflist",
                CommandGroup.MONITOR,
                "list all domain virtual interfaces",
                "Get the summary of virtual interfaces for a domain.",
                List.of(domain.option(), INACTIVE),
                this::run);
    }

    private void run(Invocation invocation) {
        XmlView view = invocation.has(INACTIVE) ? XmlView.INACTIVE : XmlView.LIVE;
        Table table = new Table("Interface", "Type", "Source", "Model", "MAC");
        for (InterfaceXml nic : new DomainXml(domain.of(invocation).xml(view)).interfaces()) {
            table.addRow(
                    List.of(
                            nic.target().orElse(MISSING),
                            nic.type(),
                            nic.source().orElse(MISSING),
                            nic.model().orElse(MISSING),
                            nic.mac().orElse(MISSING)));
        }
        output.table(table);
    }
}
