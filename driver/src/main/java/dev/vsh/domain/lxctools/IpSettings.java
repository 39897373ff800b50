package dev.vsh.domain.lxctools;

import dev.vsh.domain.NetworkInterface.Address;
import dev.vsh.domain.NetworkInterface.Route;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Addresses and default routes of an interface. */
final class IpSettings {
    private static final int DEFAULT_PREFIX_6 = 64;

    private final Nic nic;
    private final Findings findings;

    IpSettings(Nic nic, Findings findings) {
        this.nic = nic;
        this.findings = findings;
    }

    List<Address> addresses() {
        List<Address> addresses = new ArrayList<>();
        for (IpFamily family : IpFamily.values()) {
            nic.all(family.text() + ".address").stream()
                    .flatMap(setting -> address(setting, family).stream())
                    .forEach(addresses::add);
        }
        return addresses;
    }

    List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        for (IpFamily family : IpFamily.values()) {
            nic.last(family.text() + ".gateway")
                    .flatMap(setting -> gateway(setting, family))
                    .ifPresent(routes::add);
        }
        return routes;
    }

    private Optional<Address> address(Setting setting, IpFamily family) {
        List<String> words = Words.split(setting.value());
        if (words.size() > 1) {
            findings.warn(setting, "the broadcast address follows from the prefix");
        }
        String[] parts = words.getFirst().split("/", 2);
        if (!family.isAddress(parts[0])) {
            new Numbers(findings).refuse(setting, "an address, as " + family.example());
            return Optional.empty();
        }
        if (parts[0].equals(family.any())) {
            findings.warn(setting, "that is no address, and init may ask a DHCP server for one");
            return Optional.empty();
        }
        Optional<Integer> prefix =
                parts.length == 1
                        ? Optional.of(defaultPrefix(parts[0], family))
                        : Numbers.parse(parts[1])
                                .filter(number -> number >= 0 && number <= family.bits())
                                .map(Math::toIntExact);
        if (prefix.isEmpty()) {
            new Numbers(findings).refuse(setting, "an address, as " + family.example());
        }
        return prefix.map(
                length ->
                        new Address(
                                parts[0],
                                Optional.of(family.text()),
                                Optional.of(length),
                                Optional.empty()));
    }

    /** LXC takes that of the class which the address would have been in. */
    private static int defaultPrefix(String address, IpFamily family) {
        return switch (family) {
            case IPV4 -> {
                int first = Integer.parseInt(address.substring(0, address.indexOf('.')));
                yield first < 128 ? 8 : first < 192 ? 16 : 24;
            }
            case IPV6 -> DEFAULT_PREFIX_6;
        };
    }

    private Optional<Route> gateway(Setting setting, IpFamily family) {
        String gateway = setting.value();
        if (gateway.equals("auto") || gateway.equals("dev")) {
            findings.warn(setting, "a <route> needs the address of a gateway");
            return Optional.empty();
        }
        if (!family.isAddress(gateway)) {
            new Numbers(findings).refuse(setting, "an address");
            return Optional.empty();
        }
        return Optional.of(
                new Route(
                        Optional.of(family.text()),
                        family.any(),
                        Optional.empty(),
                        Optional.empty(),
                        gateway,
                        Optional.empty()));
    }

    /** The two families, by the names that keys and documents share. */
    enum IpFamily {
        IPV4("ipv4", "0.0.0.0", 32, "192.168.122.2/24"),
        IPV6("ipv6", "::", 128, "2003:db8:1:0:214:1234:fe0b:3596/64");

        private final String text;
        private final String any;
        private final int bits;
        private final String example;

        IpFamily(String text, String any, int bits, String example) {
            this.text = text;
            this.any = any;
            this.bits = bits;
            this.example = example;
        }

        String text() {
            return text;
        }

        /** The address that stands for all. */
        String any() {
            return any;
        }

        int bits() {
            return bits;
        }

        String example() {
            return example;
        }

        /** That of a text which is an address. */
        static IpFamily of(String address) {
            return address.contains(":") ? IPV6 : IPV4;
        }

        boolean isAddress(String address) {
            try {
                return switch (this) {
                    // The JDK also takes fewer than four numbers, and a scope.
                    case IPV4 ->
                            address.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}")
                                    && !Inet4Address.ofLiteral(address).getHostAddress().isEmpty();
                    case IPV6 ->
                            address.matches("[0-9a-fA-F:.]+")
                                    && !Inet6Address.ofLiteral(address).getHostAddress().isEmpty();
                };
            } catch (IllegalArgumentException _) {
                return false;
            }
        }
    }
}
