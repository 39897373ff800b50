package dev.vsh.driver.lxc;

import dev.vsh.domain.DomainDefinition;
import dev.vsh.domain.InterfaceSource;
import dev.vsh.domain.NetworkInterface;
import dev.vsh.driver.InterfaceAddresses;
import dev.vsh.driver.lxc.network.LxcNetworks;
import dev.vsh.driver.lxc.network.Membership;
import dev.vsh.driver.lxc.network.Membership.Member;
import dev.vsh.driver.lxc.network.Membership.Port;
import dev.vsh.plan.InterfacePlan.Address;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds the bridges behind {@code <interface type='network'>}. */
record NetworkSources(LxcNetworks networks) {
    /** The domain as it would be plugged in; no network is started for that. */
    DomainDefinition resolved(DomainDefinition domain) {
        return areUsedBy(domain) ? plugged(domain, networks.membership()::look) : domain;
    }

    /** The domain as it is plugged in: its networks are active, and know its name. */
    DomainDefinition joined(DomainDefinition domain) {
        if (!areUsedBy(domain)) {
            return domain;
        }
        Membership membership = networks.membership();
        DomainDefinition plugged = plugged(domain, membership::join);
        domain.devices().interfaces().stream()
                .filter(NetworkSources::isInNetwork)
                .collect(Collectors.groupingBy(NetworkSources::network))
                .forEach(
                        (network, nics) ->
                                membership.announce(network, domain.name(), members(nics)));
        return plugged;
    }

    /** The domain with the bridges that it is plugged into, for its live document. */
    DomainDefinition named(DomainDefinition domain) {
        if (!areUsedBy(domain)) {
            return domain;
        }
        Membership membership = networks.membership();
        return domain.withDevices(
                domain.devices()
                        .withInterfaces(
                                domain.devices().interfaces().stream()
                                        .map(nic -> named(nic, membership))
                                        .toList()));
    }

    private static NetworkInterface named(NetworkInterface nic, Membership membership) {
        return nic.source() instanceof InterfaceSource.Network network
                ? nic.withSource(
                        new InterfaceSource.Network(
                                network.network(),
                                network.portGroup(),
                                membership.bridge(network.network())),
                        nic.mtu())
                : nic;
    }

    /** What an interface has been given by the network that it is in. */
    List<InterfaceAddresses.Address> leases(NetworkInterface nic) {
        return isInNetwork(nic)
                ? networks.byName(network(nic)).dhcpLeases().stream()
                        .filter(lease -> lease.mac().filter(nic.mac()::equals).isPresent())
                        .map(
                                lease ->
                                        new InterfaceAddresses.Address(
                                                lease.address(), lease.prefix()))
                        .toList()
                : List.of();
    }

    /** Those networks know its name no more that it was in and is not in now. */
    void moved(DomainDefinition before, DomainDefinition after) {
        Set<String> left = networks(before);
        left.removeAll(networks(after));
        if (!left.isEmpty()) {
            Membership membership = networks.membership();
            left.forEach(network -> membership.announce(network, after.name(), List.of()));
        }
    }

    private static Set<String> networks(DomainDefinition domain) {
        return domain.devices().interfaces().stream()
                .filter(NetworkSources::isInNetwork)
                .map(NetworkSources::network)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The networks know its name no more. */
    void left(String domain) {
        networks.withdraw(domain);
    }

    boolean areUsedBy(DomainDefinition domain) {
        return domain.devices().interfaces().stream().anyMatch(NetworkSources::isInNetwork);
    }

    private static boolean isInNetwork(NetworkInterface nic) {
        return nic.source() instanceof InterfaceSource.Network;
    }

    private static String network(NetworkInterface nic) {
        return ((InterfaceSource.Network) nic.source()).network();
    }

    private static DomainDefinition plugged(DomainDefinition domain, Function<String, Port> ports) {
        return domain.withDevices(
                domain.devices()
                        .withInterfaces(
                                domain.devices().interfaces().stream()
                                        .map(nic -> isInNetwork(nic) ? plugged(nic, ports) : nic)
                                        .toList()));
    }

    private static NetworkInterface plugged(NetworkInterface nic, Function<String, Port> ports) {
        Port port = ports.apply(network(nic));
        return nic.withSource(new InterfaceSource.Bridge(port.bridge()), nic.mtu().or(port::mtu));
    }

    private static List<Member> members(List<NetworkInterface> nics) {
        return nics.stream()
                .map(
                        nic ->
                                new Member(
                                        nic.mac(),
                                        new AddressingReader("interface '" + nic.mac() + "'")
                                                        .read(nic.addresses(), List.of())
                                                        .addresses()
                                                        .stream()
                                                        .map(Address::address)
                                                        .toList()))
                .toList();
    }
}
