package dev.vsh.netlink;

import java.net.InetAddress;
import java.util.Optional;

/** What a message of the kernel's says. */
public sealed interface Told {
    /**
     * An interface.
     *
     * @param mac none where its kind has no such addresses
     */
    record Link(int index, String name, Optional<MacAddress> mac) implements Told {}

    /**
     * An address.
     *
     * @param index of its interface
     */
    record Address(int index, InetAddress address, int prefix) implements Told {}

    /** Somebody whom the machine has talked to. */
    record Neighbour(InetAddress address, MacAddress mac) implements Told {}

    /**
     * There is no more to tell.
     *
     * @param errno 0 when that was all
     */
    record End(int errno) implements Told {}
}
