package dev.vsh.shell.verb;

import dev.vsh.domain.AddressText;
import dev.vsh.driver.DhcpLease;
import dev.vsh.driver.Network;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.output.Answer;
import dev.vsh.shell.output.Cell;
import dev.vsh.shell.output.Column;
import dev.vsh.shell.output.Datum;
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
    private static final String TIME = "yyyy-MM-dd HH:mm:ss";
    private static final Cell FOREVER = new Cell("infinite", new Datum.Absent());
    private static final List<Column> COLUMNS =
            List.of(
                    Column.of("Expiry Time", "expiry"),
                    Column.of("MAC address", "mac"),
                    Column.of("Protocol", "protocol"),
                    Column.of("IP address", "address"),
                    Column.of("Hostname", "hostname"),
                    Column.of("Client ID or DUID", "clientId"));

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
        return new Report(output)
                .command(
                        "net-dhcp-leases",
                        CommandGroup.NETWORK,
                        "print lease info for a given network",
                        "Print lease info for a given network",
                        List.of(network.option(), address),
                        this::answer);
    }

    private List<String> addresses(Invocation soFar) {
        return soFar.has(network.option())
                ? network.of(soFar).dhcpLeases().stream()
                        .flatMap(lease -> lease.mac().stream())
                        .distinct()
                        .toList()
                : List.of();
    }

    private Answer answer(Invocation invocation) {
        Network found = network.of(invocation);
        Optional<String> mac = invocation.value(this.address);
        Table table = new Table(COLUMNS);
        found.dhcpLeases().stream()
                .filter(lease -> mac.isEmpty() || isOf(lease, mac.get()))
                .forEach(lease -> table.addCells(cells(lease)));
        return table;
    }

    private static boolean isOf(DhcpLease lease, String mac) {
        return lease.mac().filter(mac::equalsIgnoreCase).isPresent();
    }

    private static List<Cell> cells(DhcpLease lease) {
        return List.of(
                lease.expiry().map(NetDhcpLeasesVerb::time).orElse(FOREVER),
                Cell.of(lease.mac()),
                Cell.of(lease.address() instanceof Inet4Address ? "ipv4" : "ipv6"),
                Cell.of(AddressText.of(lease.address()) + "/" + lease.prefix()),
                Cell.of(lease.hostname()),
                Cell.of(lease.clientId()));
    }

    private static Cell time(Instant instant) {
        DateTimeFormatter local =
                DateTimeFormatter.ofPattern(TIME).withZone(ZoneId.systemDefault());
        return new Cell(local.format(instant), Datum.of(instant.toString()));
    }
}
