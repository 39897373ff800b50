package dev.vsh.shell.verb;

import dev.vsh.domain.Disk;
import dev.vsh.driver.XmlView;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.output.Answer;
import dev.vsh.shell.output.Cell;
import dev.vsh.shell.output.Column;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.output.Table;

import java.util.List;

/** {@code domblklist}. */
final class DomblklistVerb implements Verb {
    private static final Option.Flag INACTIVE =
            new Option.Flag("inactive", "get inactive rather than running configuration");
    private static final Option.Flag DETAILS =
            new Option.Flag("details", "additionally display the type and device value");
    private static final List<Column> PLACES =
            List.of(Column.of("Target", "target"), Column.of("Source", "source"));
    private static final List<Column> ALL =
            List.of(
                    Column.of("Type", "type"),
                    Column.of("Device", "device"),
                    Column.of("Target", "target"),
                    Column.of("Source", "source"));

    private final DomainArgument domain;
    private final Output output;

    DomblklistVerb(DomainArgument domain, Output output) {
        this.domain = domain;
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        return new Report(output)
                .command(
                        "domblklist",
                        CommandGroup.MONITOR,
                        "list all domain blocks",
                        "Get the summary of block devices for a domain.",
                        List.of(domain.option(), INACTIVE, DETAILS),
                        this::answer);
    }

    private Answer answer(Invocation invocation) {
        XmlView view = invocation.has(INACTIVE) ? XmlView.INACTIVE : XmlView.LIVE;
        boolean details = invocation.has(DETAILS);
        Table table = new Table(details ? ALL : PLACES);
        for (Disk disk : domain.of(invocation).definition(view).devices().disks()) {
            Cell target = Cell.of(disk.target());
            Cell source = Cell.of(disk.source());
            table.addCells(
                    details
                            ? List.of(Cell.of(disk.type()), Cell.of("disk"), target, source)
                            : List.of(target, source));
        }
        return table;
    }
}
