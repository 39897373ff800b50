package dev.vsh.domain;

import java.util.List;
import java.util.Optional;

/** {@code <interface type=…><source …/>}. */
public sealed interface InterfaceSource {
    /**
     * A virtual network.
     *
     * @param bridge where that is plugged in; only a running domain's document says so
     */
    record Network(String network, Optional<String> portGroup, Optional<String> bridge)
            implements InterfaceSource {}

    /** A bridge of the host. */
    record Bridge(String bridge) implements InterfaceSource {}

    /**
     * A veth pair whose host end is left alone.
     *
     * @param addresses of the host's end
     * @param routes of the host's end
     */
    record Ethernet(List<NetworkInterface.Address> addresses, List<NetworkInterface.Route> routes)
            implements InterfaceSource {
        public Ethernet {
            addresses = List.copyOf(addresses);
            routes = List.copyOf(routes);
        }
    }

    /** A macvlan on a device of the host; mode vepa, bridge, private or passthrough. */
    record Direct(String device, String mode) implements InterfaceSource {}

    /**
     * A type that only virtual machines have (user, server, vdpa, …).
     *
     * @param xml the whole {@code <interface>}
     */
    record Unsupported(String type, String xml) implements InterfaceSource {}
}
