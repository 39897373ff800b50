package dev.vsh.network;

/** An element of one of a network's lists. */
public sealed interface NetworkPart {
    record DhcpHost(Dhcp.Host host) implements NetworkPart {}

    record DhcpRange(Dhcp.Range range) implements NetworkPart {}

    record DnsHost(NameService.Host host) implements NetworkPart {}

    record DnsText(NameService.Text text) implements NetworkPart {}
}
