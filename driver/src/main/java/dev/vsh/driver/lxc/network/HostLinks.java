package dev.vsh.driver.lxc.network;

import dev.vsh.linux.Errno;
import dev.vsh.linux.SyscallException;
import dev.vsh.linux.Syscalls;
import dev.vsh.netlink.AddressRequests;
import dev.vsh.netlink.LinkRequests;
import dev.vsh.netlink.MacAddress;
import dev.vsh.netlink.Told;
import dev.vsh.network.Subnet;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The interfaces and addresses in the network of this process. */
record HostLinks(Syscalls syscalls) {
    OptionalInt index(String name) {
        try (NetworkConversation network = NetworkConversation.here(syscalls)) {
            return OptionalInt.of(network.ask(LinkRequests.find(name)));
        } catch (SyscallException e) {
            if (e.errno() == Errno.ENODEV) {
                return OptionalInt.empty();
            }
            throw e;
        }
    }

    /** The one of that name, if it has that address. */
    OptionalInt index(String name, MacAddress mac) {
        try (NetworkConversation network = NetworkConversation.here(syscalls)) {
            return network.list(LinkRequests.all()).stream()
                    .filter(Told.Link.class::isInstance)
                    .map(Told.Link.class::cast)
                    .filter(link -> link.name().equals(name))
                    .filter(link -> link.mac().equals(Optional.of(mac)))
                    .mapToInt(Told.Link::index)
                    .findFirst();
        }
    }

    List<String> names() {
        try (NetworkConversation network = NetworkConversation.here(syscalls)) {
            return network.list(LinkRequests.all()).stream()
                    .filter(Told.Link.class::isInstance)
                    .map(told -> ((Told.Link) told).name())
                    .toList();
        }
    }

    /** All that the host is in. */
    List<Subnet> subnets() {
        try (NetworkConversation network = NetworkConversation.here(syscalls)) {
            return network.list(AddressRequests.all()).stream()
                    .filter(Told.Address.class::isInstance)
                    .map(Told.Address.class::cast)
                    .map(told -> new Subnet(told.address(), told.prefix()))
                    .toList();
        }
    }
}
