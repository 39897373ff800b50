package dev.vsh.driver.lxc.network;

import dev.vsh.driver.DhcpLease;
import dev.vsh.network.NetworkDefinition;
import dev.vsh.network.NetworkIp;
import dev.vsh.network.Subnet;

import java.net.InetAddress;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What dnsmasq writes down about addresses that it gave away: a line for each, of the time when that ends, the client's
 * MAC address (for IPv6 an identifier), the address, the client's name and how it calls itself; {@code *} for what is
 * not known.
 */
final class LeaseFile {
    private static final int COLUMNS = 5;
    private static final String FOREVER = "0";

    /** Of an Ethernet address, with the time or without; RFC 8415, 11.2 and 11.4. */
    private static final Pattern IDENTIFIER =
            Pattern.compile("00:0(1:00:01(:..){4}|3:00:01):(?<mac>..(:..){5})");

    private LeaseFile() {}

    static List<DhcpLease> read(String text, NetworkDefinition network) {
        return text.lines()
                .map(line -> line.split(" "))
                .filter(words -> words.length >= COLUMNS)
                .flatMap(words -> lease(words, network))
                .sorted(Comparator.comparing(lease -> lease.mac().orElse("")))
                .toList();
    }

    private static Stream<DhcpLease> lease(String[] words, NetworkDefinition network) {
        try {
            InetAddress address = InetAddress.ofLiteral(words[2]);
            return Stream.of(
                    new DhcpLease(
                            Optional.of(words[0])
                                    .filter(time -> !time.equals(FOREVER))
                                    .map(time -> Instant.ofEpochSecond(Long.parseLong(time))),
                            mac(words[1], words[4]),
                            address,
                            prefix(address, network),
                            known(words[3]),
                            known(words[4])));
        } catch (IllegalArgumentException _) {
            // Of a program's file that goes on being written while it is read.
            return Stream.empty();
        }
    }

    /** Of IPv6 there is only the client's identifier, which is mostly made of an address. */
    private static Optional<String> mac(String word, String client) {
        return Optional.of(word)
                .filter(mac -> mac.contains(":"))
                .or(
                        () ->
                                Optional.of(IDENTIFIER.matcher(client))
                                        .filter(Matcher::matches)
                                        .map(matcher -> matcher.group("mac")));
    }

    private static Optional<String> known(String word) {
        return Optional.of(word).filter(it -> !it.equals("*"));
    }

    private static int prefix(InetAddress address, NetworkDefinition network) {
        return network.addresses().stream()
                .map(NetworkIp::subnet)
                .filter(subnet -> subnet.contains(address))
                .findFirst()
                .map(Subnet::prefix)
                .orElse(Subnet.bits(address));
    }
}
