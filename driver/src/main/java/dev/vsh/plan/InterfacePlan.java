package dev.vsh.plan;

import dev.vsh.netlink.MacAddress;
import dev.vsh.netlink.MacvlanMode;
import dev.vsh.netlink.RateLimit;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * A network interface of the container.
 *
 * @param name inside; at most 15 bytes
 * @param addressing of the container's end
 * @param connected whether the container can use it from the beginning
 * @param mtu of both ends, where it is not the kernel's choice
 */
public record InterfacePlan(
        String name,
        Source source,
        Addressing addressing,
        boolean connected,
        Optional<Integer> mtu) {
    /** Addresses and routes of one end; with neither the container's init may see to it. */
    public record Addressing(List<Address> addresses, List<Route> routes) {
        public static final Addressing NONE = new Addressing(List.of(), List.of());

        public Addressing {
            addresses = List.copyOf(addresses);
            routes = List.copyOf(routes);
        }
    }

    /**
     * @param peer the address at the other end, where there are only two
     */
    public record Address(InetAddress address, int prefix, Optional<InetAddress> peer) {
        @Override
        public String toString() {
            return address.getHostAddress() + "/" + prefix;
        }
    }

    public record Route(
            InetAddress destination, int prefix, InetAddress gateway, Optional<Integer> metric) {
        @Override
        public String toString() {
            return destination.getHostAddress() + "/" + prefix;
        }
    }

    /**
     * How much may go through a cable.
     *
     * @param inbound to the container
     * @param outbound from the container
     */
    public record Limits(Optional<RateLimit> inbound, Optional<RateLimit> outbound) {
        public static final Limits NONE = new Limits(Optional.empty(), Optional.empty());
    }

    /** Where an interface comes from. */
    public sealed interface Source {
        /** From the host, which gets it back; its name is the same inside. */
        record Borrowed() implements Source {}

        /**
         * One end of a virtual cable; the other one stays on the host.
         *
         * @param hostEnd its name there
         * @param alias a line about it, for whoever looks at the host
         * @param bridge what it is plugged into
         * @param limits how much may go through it
         */
        record Cable(
                String hostEnd,
                String alias,
                MacAddress mac,
                Optional<String> bridge,
                Addressing hostAddressing,
                Limits limits)
                implements Source {}

        /** A second address of an interface of the host, with a name in the container. */
        record Macvlan(String lower, MacvlanMode mode, MacAddress mac) implements Source {}
    }
}
