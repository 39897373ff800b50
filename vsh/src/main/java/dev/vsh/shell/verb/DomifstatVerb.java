package dev.vsh.shell.verb;

import dev.vsh.driver.Domain;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.InterfaceStatistics;
import dev.vsh.driver.InterfaceStatistics.Counters;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.output.Answer;
import dev.vsh.shell.output.Cell;
import dev.vsh.shell.output.Datum;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.output.Properties;

import java.util.List;

/** {@code domifstat}. */
final class DomifstatVerb implements Verb {
    private final DomainArgument domain;
    private final InterfaceArgument nic;
    private final Output output;

    DomifstatVerb(DomainArgument domain, Output output) {
        this.domain = domain;
        this.nic =
                new InterfaceArgument(domain, "interface device specified by name or MAC Address");
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        return new Report(output)
                .command(
                        "domifstat",
                        CommandGroup.MONITOR,
                        "get network interface stats for a domain",
                        "Get network interface stats for a running domain.",
                        List.of(domain.option(), nic.option()),
                        this::answer);
    }

    private Answer answer(Invocation invocation) {
        String device = nic.of(invocation);
        InterfaceStatistics statistics = statistics(domain.of(invocation), device);
        Properties answer = Properties.inWords().hide("interface", Datum.of(device));
        add(answer, device + " rx_", "rx", statistics.received());
        add(answer, device + " tx_", "tx", statistics.sent());
        return answer;
    }

    private static InterfaceStatistics statistics(Domain domain, String device) {
        try {
            return domain.interfaceStatistics(device);
        } catch (DriverException e) {
            throw new CommandException(
                    "Failed to get interface stats " + domain.name() + " " + device, e);
        }
    }

    private static void add(Properties answer, String prefix, String name, Counters counters) {
        answer.add(prefix + "bytes", name + "Bytes", Cell.of(counters.bytes()))
                .add(prefix + "packets", name + "Packets", Cell.of(counters.packets()))
                .add(prefix + "errs", name + "Errors", Cell.of(counters.errors()))
                .add(prefix + "drop", name + "Dropped", Cell.of(counters.dropped()));
    }
}
