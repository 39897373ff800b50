package dev.vsh.shell.verb;

import dev.vsh.driver.AddressSource;
import dev.vsh.driver.Domain;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.InterfaceAddresses;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.NearestName;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.output.Answer;
import dev.vsh.shell.output.Output;

import java.util.List;

/** {@code domifaddr}: virsh's layout, which is no table. */
final class DomifaddrVerb implements Verb {
    private static final List<String> SOURCES = List.of("lease", "agent", "arp");
    private static final Option.Flag FULL =
            new Option.Flag("full", "always display names and MACs of interfaces");
    private static final Option.Text SOURCE =
            Option.Text.optional(
                    "source",
                    "address source: 'lease', 'arp' or 'agent', which is the container itself",
                    (_, _) -> SOURCES);

    private final DomainArgument domain;
    private final Option.Text device;
    private final Output output;

    DomifaddrVerb(DomainArgument domain, Output output) {
        this.domain = domain;
        this.device =
                Option.Text.optional(
                        "interface", "network interface name", InterfaceArgument.names(domain));
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        return new Report(output)
                .command(
                        "domifaddr",
                        CommandGroup.MONITOR,
                        "Get network interfaces' addresses for a running domain",
                        "Get network interfaces' addresses for a running domain",
                        List.of(domain.option(), device, FULL, SOURCE),
                        this::answer);
    }

    private Answer answer(Invocation invocation) {
        AddressSource source =
                invocation.value(SOURCE).map(DomifaddrVerb::source).orElse(AddressSource.AGENT);
        List<InterfaceAddresses> chosen =
                addresses(domain.of(invocation), source).stream()
                        .filter(
                                each ->
                                        invocation
                                                .value(device)
                                                .map(each.name()::equals)
                                                .orElse(true))
                        .toList();
        return new AddressList(chosen, invocation.has(FULL));
    }

    private static AddressSource source(String word) {
        return switch (word) {
            case "agent" -> AddressSource.AGENT;
            case "lease" -> AddressSource.LEASE;
            case "arp" -> AddressSource.ARP;
            default ->
                    throw new CommandException(
                            "Unknown data source '"
                                    + word
                                    + "'"
                                    + NearestName.advice(word, SOURCES));
        };
    }

    private static List<InterfaceAddresses> addresses(Domain domain, AddressSource source) {
        try {
            return domain.interfaceAddresses(source);
        } catch (DriverException e) {
            throw new CommandException("Failed to query for interfaces addresses", e);
        }
    }
}
