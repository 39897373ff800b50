package dev.vsh.driver.lxc;

import dev.vsh.domain.DomainDefinition;
import dev.vsh.domain.InterfaceSource;
import dev.vsh.domain.NetworkInterface;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.driver.InterfaceAddresses;
import dev.vsh.driver.InterfaceStatistics;
import dev.vsh.driver.lxc.network.NetworkConversation;
import dev.vsh.linux.Syscalls;
import dev.vsh.netlink.AddressRequests;
import dev.vsh.netlink.LinkRequests;
import dev.vsh.netlink.MacAddress;
import dev.vsh.netlink.Told;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The interfaces of a running container.
 *
 * @param live with the names that they have
 * @param helperPid a process in the host's network
 * @param initPid a process in the container's network
 */
record LiveInterfaces(Syscalls syscalls, DomainDefinition live, long helperPid, long initPid) {
    private NetworkInterface require(String device) {
        return live.devices().networkInterface(device).orElseThrow(() -> unknown(device));
    }

    static DriverException unknown(String device) {
        return new DriverException(
                ErrorCode.INVALID_ARG, "'" + device + "' is not a known interface");
    }

    List<InterfaceAddresses> addresses() {
        try (NetworkConversation network = NetworkConversation.in(syscalls, initPid)) {
            List<Told> told = new ArrayList<>(network.list(LinkRequests.all()));
            told.addAll(network.list(AddressRequests.all()));
            return told.stream()
                    .filter(Told.Link.class::isInstance)
                    .map(Told.Link.class::cast)
                    .map(link -> addresses(link, told))
                    .toList();
        }
    }

    private static InterfaceAddresses addresses(Told.Link link, List<Told> told) {
        return new InterfaceAddresses(
                link.name(),
                link.mac().map(MacAddress::text),
                told.stream()
                        .filter(Told.Address.class::isInstance)
                        .map(Told.Address.class::cast)
                        .filter(each -> each.index() == link.index())
                        .map(each -> new InterfaceAddresses.Address(each.address(), each.prefix()))
                        .toList());
    }

    /** What the networks have given them. */
    List<InterfaceAddresses> leases(NetworkSources networks) {
        return live.devices().interfaces().stream()
                .map(nic -> addresses(nic, networks.leases(nic)))
                .filter(each -> !each.addresses().isEmpty())
                .toList();
    }

    /** By what addresses the host has talked to them. */
    List<InterfaceAddresses> neighbours() {
        try (NetworkConversation network = NetworkConversation.in(syscalls, helperPid)) {
            List<Told> told = network.list(AddressRequests.neighbours());
            return live.devices().interfaces().stream()
                    .map(nic -> addresses(nic, neighbours(nic, told)))
                    .filter(each -> !each.addresses().isEmpty())
                    .toList();
        }
    }

    /** How wide their networks are, nobody knows. */
    private static List<InterfaceAddresses.Address> neighbours(
            NetworkInterface nic, List<Told> told) {
        return told.stream()
                .filter(Told.Neighbour.class::isInstance)
                .map(Told.Neighbour.class::cast)
                .filter(each -> each.mac().text().equals(nic.mac()))
                .map(each -> new InterfaceAddresses.Address(each.address(), 0))
                .toList();
    }

    private static InterfaceAddresses addresses(
            NetworkInterface nic, List<InterfaceAddresses.Address> addresses) {
        return new InterfaceAddresses(
                nic.targetDevice().or(nic::guestDevice).orElseThrow(),
                Optional.of(nic.mac()),
                addresses);
    }

    /** A cable's counters are the host end's, which the container can neither rename nor take away. */
    InterfaceStatistics statistics(String device) {
        NetworkInterface nic = require(device);
        return hasHostEnd(nic)
                ? counters(helperPid, nic.targetDevice().orElseThrow()).fromOtherEnd()
                : counters(initPid, nic.guestDevice().orElseThrow());
    }

    private static InterfaceStatistics counters(long pid, String name) {
        Path file = Path.of("/proc/" + pid + "/net/dev");
        try {
            return InterfaceCounters.of(name, Files.readAllLines(file))
                    .orElseThrow(
                            () ->
                                    new DriverException(
                                            ErrorCode.OPERATION_FAILED,
                                            "interface '" + name + "' is not in " + file));
        } catch (IOException e) {
            throw new DriverException(
                    ErrorCode.SYSTEM_ERROR, "cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static boolean hasHostEnd(NetworkInterface nic) {
        return switch (nic.source()) {
            case InterfaceSource.Ethernet _, InterfaceSource.Bridge _, InterfaceSource.Network _ ->
                    true;
            case InterfaceSource.Direct _, InterfaceSource.Unsupported _ -> false;
        };
    }
}
