package dev.vsh.shell.verb;

import dev.vsh.domain.AddressText;
import dev.vsh.driver.DhcpLease;
import dev.vsh.driver.Network;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.output.Table;

import java.net.Inet4Address;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** {@code net-dhcp-leases}. */
final class NetDhcpLeasesVerb implements Verb {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

    private final NetworkArgument network;
    private final Option.Text address;
    private final Output output;

    NetDhcpLeasesVerb(NetworkArgument network, Output output) {
        this.network = network;
        this.address = Option.Text.optional("mac", "MAC address", (soFar, _) -> addresses(soFar));
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        return new CommandDefinition(
                "net-dhcp-leases",
                CommandGroup.NETWORK,
                "print lease info for a given network",
                "Print lease info for a given network",
                List.of(network.option(), address),
                this::run);
    }

    private List<String> addresses(Invocation soFar) {
        return soFar.has(network.option())
                ? network.of(soFar).dhcpLeases().stream()
                        .flatMap(lease -> lease.mac().stream())
                        .distinct()
                        .toList()
                : List.of();
    }

    private void run(Invocation invocation) {
        Network found = network.of(invocation);
        Optional<String> mac = invocation.value(address);
        Table table =
                new Table(
                        "Expiry Time",
                        "MAC address",
                        "Protocol",
                        "IP address",
                        "Hostname",
                        "Client ID or DUID");
        found.dhcpLeases().stream()
                .filter(lease -> mac.isEmpty() || isOf(lease, mac.get()))
                .forEach(lease -> table.addRow(cells(lease)));
        output.table(table);
    }

    private static boolean isOf(DhcpLease lease, String mac) {
        return lease.mac().filter(mac::equalsIgnoreCase).isPresent();
    }

    private static List<String> cells(DhcpLease lease) {
        return List.of(
                lease.expiry().map(NetDhcpLeasesVerb::time).orElse("infinite"),
                lease.mac().orElse("-"),
                lease.address() instanceof Inet4Address ? "ipv4" : "ipv6",
                AddressText.of(lease.address()) + "/" + lease.prefix(),
                lease.hostname().orElse("-"),
                lease.clientId().orElse("-"));
    }

    private static String time(Instant instant) {
        return TIME.format(instant);
    }
}
