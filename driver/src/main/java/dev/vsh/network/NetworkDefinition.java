package dev.vsh.network;

import dev.vsh.domain.Bandwidth;
import dev.vsh.domain.NetworkInterface;
import dev.vsh.domain.OpaqueElement;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * {@code <network>}.
 *
 * @param metadata the element as XML
 * @param forwardDevice the only interface that packets leave and come in by
 * @param mac of the bridge
 * @param mtu of the bridge and the cables that are plugged into it
 * @param domain what names in the network end in
 * @param bandwidth of the bridge: between the host, with all behind it, and those in the network
 * @param others what nothing is done for, as XML
 */
public record NetworkDefinition(
        String name,
        UUID uuid,
        Optional<String> metadata,
        ForwardMode forward,
        Optional<String> forwardDevice,
        Nat nat,
        Bridge bridge,
        Optional<String> mac,
        Optional<Integer> mtu,
        Optional<NameDomain> domain,
        NameService dns,
        Optional<Bandwidth> bandwidth,
        List<NetworkIp> addresses,
        List<NetworkInterface.Route> routes,
        List<OpaqueElement> others) {
    public NetworkDefinition {
        addresses = List.copyOf(addresses);
        routes = List.copyOf(routes);
        others = List.copyOf(others);
    }

    /**
     * @param name chosen when the network is defined where the document has none
     * @param delay in seconds, before a new port passes packets on
     */
    public record Bridge(Optional<String> name, boolean spanningTree, int delay) {
        public static final Bridge ANY = new Bridge(Optional.empty(), false, 0);
    }

    /**
     * @param localOnly whether nobody else is asked about names in it
     */
    public record NameDomain(String name, boolean localOnly) {}

    /** The same network with what a definition has and a document may leave out. */
    public NetworkDefinition with(Bridge chosen, Optional<String> address) {
        return new NetworkDefinition(
                name,
                uuid,
                metadata,
                forward,
                forwardDevice,
                nat,
                chosen,
                address,
                mtu,
                domain,
                dns,
                bandwidth,
                addresses,
                routes,
                others);
    }

    /** The same network with another server for names. */
    public NetworkDefinition with(NameService other) {
        return with(other, addresses);
    }

    /** The same network with other addresses. */
    public NetworkDefinition with(List<NetworkIp> others) {
        return with(dns, others);
    }

    private NetworkDefinition with(NameService service, List<NetworkIp> ips) {
        return new NetworkDefinition(
                name,
                uuid,
                metadata,
                forward,
                forwardDevice,
                nat,
                bridge,
                mac,
                mtu,
                domain,
                service,
                bandwidth,
                ips,
                routes,
                others);
    }

    /** The bridge's name, of a network that is defined. */
    public Optional<String> bridgeName() {
        return bridge.name();
    }

    public boolean needsAddressServer() {
        return addresses.stream().anyMatch(ip -> !ip.dhcp().isEmpty());
    }

    public boolean needsNameServer() {
        return dns.enabled() && forward.hasOwnBridge() && !addresses.isEmpty();
    }
}
