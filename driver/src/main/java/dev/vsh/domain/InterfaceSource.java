package dev.vsh.domain;

import java.util.Optional;

/** {@code <interface type=…><source …/>}. */
public sealed interface InterfaceSource {
    /** A virtual network. */
    record Network(String network, Optional<String> portGroup) implements InterfaceSource {}

    /** A bridge of the host. */
    record Bridge(String bridge) implements InterfaceSource {}

    /** A veth pair whose host end is left alone. */
    record Ethernet() implements InterfaceSource {}

    /** A macvlan on a device of the host; mode vepa, bridge, private or passthrough. */
    record Direct(String device, String mode) implements InterfaceSource {}

    /** A type that only virtual machines have (user, server, vdpa, …), as XML. */
    record Unsupported(String type, String xml) implements InterfaceSource {}
}
