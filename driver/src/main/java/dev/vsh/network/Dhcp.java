package dev.vsh.network;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** {@code <dhcp>}: without ranges and hosts nothing is handed out. */
public record Dhcp(List<Range> ranges, List<Host> hosts) {
    public static final Dhcp NONE = new Dhcp(List.of(), List.of());

    public Dhcp {
        ranges = List.copyOf(ranges);
        hosts = List.copyOf(hosts);
    }

    public boolean isEmpty() {
        return ranges.isEmpty() && hosts.isEmpty();
    }

    /**
     * @param lease how long an address is somebody's; zero is forever
     */
    public record Range(InetAddress start, InetAddress end, Optional<Duration> lease) {}

    /**
     * Somebody known beforehand: by MAC address, by identifier (DHCPv6) or by the name that it gives itself.
     *
     * @param lease how long an address is somebody's; zero is forever
     */
    public record Host(
            Optional<String> mac,
            Optional<String> id,
            Optional<String> name,
            Optional<InetAddress> address,
            Optional<Duration> lease) {}
}
