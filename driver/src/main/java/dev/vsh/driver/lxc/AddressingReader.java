package dev.vsh.driver.lxc;

import dev.vsh.domain.NetworkInterface;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.plan.InterfacePlan.Address;
import dev.vsh.plan.InterfacePlan.Addressing;
import dev.vsh.plan.InterfacePlan.Route;

import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;

/**
 * Reads {@code <ip>} and {@code <route>}, with libvirt's defaults for a missing prefix.
 */
final class AddressingReader {
    private final String owner;

    /**
     * @param owner whose they are, for people
     */
    AddressingReader(String owner) {
        this.owner = owner;
    }

    /**
     * @throws DriverException CONFIG_UNSUPPORTED naming what cannot be
     */
    Addressing read(List<NetworkInterface.Address> addresses, List<NetworkInterface.Route> routes) {
        return new Addressing(
                addresses.stream().map(this::address).toList(),
                routes.stream().map(this::route).toList());
    }

    private Address address(NetworkInterface.Address ip) {
        InetAddress address = literal("<ip>", ip.address(), ip.family());
        Optional<InetAddress> peer = ip.peer().map(text -> literal("<ip>", text, ip.family()));
        peer.ifPresent(other -> requireSameFamily("<ip>", address, other));
        return new Address(address, prefix("<ip>", address, ip.prefix()), peer);
    }

    private Route route(NetworkInterface.Route route) {
        InetAddress destination = literal("<route>", route.address(), route.family());
        InetAddress gateway = literal("<route>", route.gateway(), route.family());
        requireSameFamily("<route>", destination, gateway);
        if (route.prefix().isPresent() && route.netmask().isPresent()) {
            throw refused("<route>", "has a prefix and a netmask; one of them is enough");
        }
        int prefix =
                prefix(
                        "<route>",
                        destination,
                        route.prefix().or(() -> route.netmask().map(this::length)));
        return new Route(network(destination, prefix), prefix, gateway, route.metric());
    }

    private InetAddress literal(String element, String text, Optional<String> family) {
        InetAddress address;
        try {
            address = InetAddress.ofLiteral(text);
        } catch (IllegalArgumentException e) {
            throw refused(element, "has '" + text + "', which is no address");
        }
        String actual = address instanceof Inet4Address ? "ipv4" : "ipv6";
        if (!family.orElse(actual).equals(actual)) {
            throw refused(
                    element,
                    "has '" + text + "', which is not of family '" + family.orElseThrow() + "'");
        }
        return address;
    }

    private void requireSameFamily(String element, InetAddress one, InetAddress other) {
        if (one instanceof Inet4Address != other instanceof Inet4Address) {
            throw refused(
                    element,
                    "mixes families: '"
                            + one.getHostAddress()
                            + "' and '"
                            + other.getHostAddress()
                            + "'");
        }
    }

    private int prefix(String element, InetAddress address, Optional<Integer> written) {
        int prefix = written.orElseGet(() -> usualPrefix(address));
        if (prefix > bits(address)) {
            throw refused(
                    element,
                    "has a prefix of " + prefix + ", more than " + bits(address) + " bits");
        }
        return prefix;
    }

    /** By the classes that IPv4 once had; everything for the address that stands for everything. */
    private static int usualPrefix(InetAddress address) {
        if (address.isAnyLocalAddress()) {
            return 0;
        }
        if (!(address instanceof Inet4Address)) {
            return 64;
        }
        int first = address.getAddress()[0] & 0xff;
        return first < 0x80 ? 8 : first < 0xc0 ? 16 : 24;
    }

    private static int bits(InetAddress address) {
        return address.getAddress().length * Byte.SIZE;
    }

    private int length(String netmask) {
        InetAddress mask = literal("<route>", netmask, Optional.empty());
        BigInteger ones = new BigInteger(1, mask.getAddress());
        int length = ones.bitCount();
        if (!ones.equals(mask(length, bits(mask)))) {
            throw refused("<route>", "has the netmask '" + netmask + "', which has gaps");
        }
        return length;
    }

    private static BigInteger mask(int length, int bits) {
        return BigInteger.ONE.shiftLeft(length).subtract(BigInteger.ONE).shiftLeft(bits - length);
    }

    /** The kernel refuses a route to a network whose address has bits behind its prefix. */
    private static InetAddress network(InetAddress address, int prefix) {
        byte[] bytes = address.getAddress();
        for (int bit = prefix; bit < bits(address); bit++) {
            bytes[bit / Byte.SIZE] &= (byte) ~(0x80 >> (bit % Byte.SIZE));
        }
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    private DriverException refused(String element, String why) {
        return new DriverException(
                ErrorCode.CONFIG_UNSUPPORTED, element + " of " + owner + " " + why);
    }
}
