package dev.vsh.shell.verb;

import dev.vsh.driver.Domain;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.InterfaceStatistics;
import dev.vsh.driver.InterfaceStatistics.Counters;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.output.Output;

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
        return new CommandDefinition(
                "domifstat",
                CommandGroup.MONITOR,
                "get network interface stats for a domain",
                "Get network interface stats for a running domain.",
                List.of(domain.option(), nic.option()),
                this::run);
    }

    private void run(Invocation invocation) {
        String device = nic.of(invocation);
        InterfaceStatistics statistics = statistics(domain.of(invocation), device);
        print(device + " rx_", statistics.received());
        print(device + " tx_", statistics.sent());
    }

    private static InterfaceStatistics statistics(Domain domain, String device) {
        try {
            return domain.interfaceStatistics(device);
        } catch (DriverException e) {
            throw new CommandException(
                    "Failed to get interface stats " + domain.name() + " " + device, e);
        }
    }

    private void print(String prefix, Counters counters) {
        output.printLine(prefix + "bytes " + counters.bytes());
        output.printLine(prefix + "packets " + counters.packets());
        output.printLine(prefix + "errs " + counters.errors());
        output.printLine(prefix + "drop " + counters.dropped());
    }
}
