package dev.vsh.driver;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * The addresses of one interface in a container.
 *
 * @param name in the container
 */
public record InterfaceAddresses(String name, Optional<String> mac, List<Address> addresses) {
    public InterfaceAddresses {
        addresses = List.copyOf(addresses);
    }

    /** An address and how many bits of it are the network's. */
    public record Address(InetAddress address, int prefix) {}
}
