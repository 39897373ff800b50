package dev.vsh.shell.verb;

import dev.vsh.driver.XmlView;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.document.DomainXml;
import dev.vsh.shell.document.InterfaceXml;
import dev.vsh.shell.output.Answer;
import dev.vsh.shell.output.Cell;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.output.Table;

import java.util.List;

/** {@code domiflist}. */
final class DomiflistVerb implements Verb {
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
        return new Report(output)
                .command(
                        "domiflist",
                        CommandGroup.MONITOR,
                        "list all domain virtual interfaces",
                        "Get the summary of virtual interfaces for a domain.",
                        List.of(domain.option(), INACTIVE),
                        this::answer);
    }

    private Answer answer(Invocation invocation) {
        XmlView view = invocation.has(INACTIVE) ? XmlView.INACTIVE : XmlView.LIVE;
        Table table = new Table("Interface", "Type", "Source", "Model", "MAC");
        for (InterfaceXml nic : new DomainXml(domain.of(invocation).xml(view)).interfaces()) {
            table.addCells(
                    List.of(
                            Cell.of(nic.target()),
                            Cell.of(nic.type()),
                            Cell.of(nic.source()),
                            Cell.of(nic.model()),
                            Cell.of(nic.mac())));
        }
        return table;
    }
}
