package dev.vsh.domain.xml;

import dev.vsh.network.Subnet;
import dev.vsh.schema.AddressFamilyXml;
import dev.vsh.schema.NetworkIpXml;

import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Optional;

/** Addresses in documents of networks; each may be wrong in ways that a pattern does not see. */
final class NetworkAddresses {
    private static final int IPV6_PREFIX = 64;

    private NetworkAddresses() {}

    /** Empty when the text has the form of an address and is none: {@code 300.1.1.1}. */
    static Optional<InetAddress> address(String text) {
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** What is wrong with {@code <ip>} or its address, as a sentence. */
    static Optional<String> fault(NetworkIpXml xml) {
        Optional<InetAddress> address = address(xml.getAddress());
        if (address.isEmpty()) {
            return Optional.of(Quote.of(xml.getAddress()) + " is no address");
        }
        AddressFamilyXml family =
                address.get() instanceof Inet4Address
                        ? AddressFamilyXml.IPV_4
                        : AddressFamilyXml.IPV_6;
        boolean said =
                Optional.ofNullable(xml.getFamily()).orElse(AddressFamilyXml.IPV_4) == family;
        if (!said) {
            return Optional.of(
                    "the address '%s' is not of family '%s'; say family='%s'"
                            .formatted(
                                    xml.getAddress(),
                                    Optional.ofNullable(xml.getFamily())
                                            .orElse(AddressFamilyXml.IPV_4)
                                            .value(),
                                    family.value()));
        }
        if (xml.getPrefix() != null && xml.getNetmask() != null) {
            return Optional.of("<ip> has a prefix and a netmask; one of them is enough");
        }
        return prefix(xml, address.get()).filter(p -> p <= Subnet.bits(address.get())).isPresent()
                ? Optional.empty()
                : Optional.of("<ip> has a netmask or prefix that its address cannot have");
    }

    /** Of an element without a fault. */
    static Subnet subnet(NetworkIpXml xml) {
        InetAddress address = address(xml.getAddress()).orElseThrow();
        return new Subnet(address, prefix(xml, address).orElseThrow());
    }

    private static Optional<Integer> prefix(NetworkIpXml xml, InetAddress address) {
        if (xml.getNetmask() != null) {
            return address(xml.getNetmask())
                    .filter(mask -> Subnet.bits(mask) == Subnet.bits(address))
                    .flatMap(NetworkAddresses::length);
        }
        return Optional.of(
                Optional.ofNullable(xml.getPrefix()).orElseGet(() -> usualPrefix(address)));
    }

    /** As libvirt: by the classes that IPv4 once had. */
    private static int usualPrefix(InetAddress address) {
        if (!(address instanceof Inet4Address)) {
            return IPV6_PREFIX;
        }
        int first = address.getAddress()[0] & 0xff;
        return first < 0x80 ? 8 : first < 0xc0 ? 16 : 24;
    }

    /** Empty when the mask has gaps. */
    private static Optional<Integer> length(InetAddress mask) {
        int length = Subnet.number(mask).bitCount();
        BigInteger whole = Subnet.number(new Subnet(mask, length).netmask());
        return Subnet.number(mask).equals(whole) ? Optional.of(length) : Optional.empty();
    }
}
