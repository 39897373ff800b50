package dev.vsh.shell.verb;

import dev.vsh.domain.AddressText;
import dev.vsh.driver.AddressSource;
import dev.vsh.driver.Domain;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.InterfaceAddresses;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.command.ValueCompleter;
import dev.vsh.shell.output.Columns;
import dev.vsh.shell.output.Output;

import java.net.Inet4Address;
import java.util.List;

/** {@code domifaddr}: virsh's layout, which is no table. */
final class DomifaddrVerb implements Verb {
    private static final String NOT_AVAILABLE = "N/A";

    private static final Option.Text INTERFACE =
            Option.Text.optional("interface", "network interface name", ValueCompleter.NOTHING);
    private static final Option.Flag FULL =
            new Option.Flag("full", "always display names and MACs of interfaces");
    private static final Option.Text SOURCE =
            Option.Text.optional(
                    "source",
                    "address source: 'lease', 'arp' or 'agent', which is the container itself",
                    (_, _) -> List.of("lease", "agent", "arp"));

    private final DomainArgument domain;
    private final Output output;

    DomifaddrVerb(DomainArgument domain, Output output) {
        this.domain = domain;
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        return new CommandDefinition(
                "domifaddr",
                CommandGroup.MONITOR,
                "Get network interfaces' addresses for a running domain",
                "Get network interfaces' addresses for a running domain",
                List.of(domain.option(), INTERFACE, FULL, SOURCE),
                this::run);
    }

    private void run(Invocation invocation) {
        AddressSource source =
                invocation.value(SOURCE).map(DomifaddrVerb::source).orElse(AddressSource.AGENT);
        List<InterfaceAddresses> all = addresses(domain.of(invocation), source);
        output.message(row("Name", Columns.pad("MAC address", 20), "Protocol", "    Address"));
        output.message("-".repeat(79));
        for (InterfaceAddresses each : all) {
            if (invocation.value(INTERFACE).map(each.name()::equals).orElse(true)) {
                print(each, invocation.has(FULL));
            }
        }
    }

    private static AddressSource source(String word) {
        return switch (word) {
            case "agent" -> AddressSource.AGENT;
            case "lease" -> AddressSource.LEASE;
            case "arp" -> AddressSource.ARP;
            default -> throw new CommandException("Unknown data source '" + word + "'");
        };
    }

    private static List<InterfaceAddresses> addresses(Domain domain, AddressSource source) {
        try {
            return domain.interfaceAddresses(source);
        } catch (DriverException e) {
            throw new CommandException("Failed to query for interfaces addresses", e);
        }
    }

    private void print(InterfaceAddresses nic, boolean full) {
        String mac = nic.mac().orElse("");
        if (nic.addresses().isEmpty()) {
            String noMac = nic.mac().orElse(NOT_AVAILABLE);
            output.printLine(address(nic.name(), noMac, NOT_AVAILABLE, NOT_AVAILABLE));
        }
        boolean first = true;
        for (InterfaceAddresses.Address each : nic.addresses()) {
            boolean named = full || first;
            output.printLine(
                    address(
                            named ? nic.name() : "-",
                            named ? mac : "-",
                            each.address() instanceof Inet4Address ? "ipv4" : "ipv6",
                            AddressText.of(each.address()) + "/" + each.prefix()));
            first = false;
        }
    }

    /** virsh's {@code " %-10s %-17s    %-12s %s"}. */
    private static String address(String name, String mac, String protocol, String text) {
        return row(name, Columns.pad(mac, 17) + "   ", Columns.pad(protocol, 12), text);
    }

    private static String row(String name, String mac, String protocol, String text) {
        return " "
                + Columns.pad(name, 10)
                + " "
                + mac
                + " "
                + Columns.pad(protocol, 8)
                + " "
                + text;
    }
}
