package dev.vsh.shell.verb;

import dev.vsh.domain.ByteSize;
import dev.vsh.domain.Disk;
import dev.vsh.driver.DiskSize;
import dev.vsh.driver.Domain;
import dev.vsh.driver.XmlView;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.output.Answer;
import dev.vsh.shell.output.Cell;
import dev.vsh.shell.output.Column;
import dev.vsh.shell.output.Datum;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.output.Properties;
import dev.vsh.shell.output.Table;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code domblkinfo}. */
final class DomblkinfoVerb implements Verb {
    private static final Option.Flag HUMAN = new Option.Flag("human", "Human readable output");
    private static final Option.Flag ALL = new Option.Flag("all", "display all block devices info");
    private static final String UNITS = "KMGTPE";
    private static final double STEP = 1024;

    private final DomainArgument domain;
    private final Option.Text device;
    private final Output output;

    DomblkinfoVerb(DomainArgument domain, Output output) {
        this.domain = domain;
        this.device =
                Option.Text.optional(
                        "device",
                        "block device",
                        (soFar, _) -> new DeviceNames(domain).diskTargets(soFar));
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        return new Report(output)
                .command(
                        "domblkinfo",
                        CommandGroup.MONITOR,
                        "domain block device size information",
                        "Get block device size info for a domain.",
                        List.of(domain.option(), device, HUMAN, ALL),
                        this::answer);
    }

    private Answer answer(Invocation invocation) {
        Domain found = domain.of(invocation);
        Optional<String> name = invocation.value(device);
        invocation.refuseTogether(ALL, device);
        boolean human = invocation.has(HUMAN);
        if (invocation.has(ALL)) {
            return table(found, human);
        }
        DiskSize size =
                found.diskSize(
                        name.orElseThrow(
                                () ->
                                        new CommandException(
                                                "command 'domblkinfo' requires <device> option")),
                        XmlView.LIVE);
        return Properties.inColumns(15)
                .add("Capacity:", "capacityBytes", cell(size.capacity(), human))
                .add("Allocation:", "allocationBytes", cell(size.allocation(), human))
                .add("Physical:", "physicalBytes", cell(size.physical(), human));
    }

    private static Table table(Domain domain, boolean human) {
        Table table =
                new Table(
                        List.of(
                                Column.of("Target", "target"),
                                Column.of("Capacity", "capacityBytes"),
                                Column.of("Allocation", "allocationBytes"),
                                Column.of("Physical", "physicalBytes")));
        for (Disk disk : domain.definition(XmlView.LIVE).devices().disks()) {
            DiskSize size = domain.diskSize(disk.target(), XmlView.LIVE);
            table.addCells(
                    List.of(
                            Cell.of(disk.target()),
                            cell(size.capacity(), human),
                            cell(size.allocation(), human),
                            cell(size.physical(), human)));
        }
        return table;
    }

    private static Cell cell(ByteSize size, boolean human) {
        return new Cell(human ? scaled(size.bytes()) : "" + size.bytes(), Datum.of(size.bytes()));
    }

    /** As virsh: three digits behind the point of the largest unit of which there is a whole one. */
    private static String scaled(long bytes) {
        double amount = bytes;
        int power = 0;
        while (amount >= STEP && power < UNITS.length()) {
            amount /= STEP;
            power++;
        }
        String unit = power == 0 ? "B" : UNITS.charAt(power - 1) + "iB";
        return String.format(Locale.ROOT, "%.3f %s", amount, unit);
    }
}
