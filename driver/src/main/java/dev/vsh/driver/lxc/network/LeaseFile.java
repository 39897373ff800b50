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
import java.util.stream.Stream;

/**
 * What dnsmasq writes down about addresses that it gave away: a line for each, of the time when that ends, the client's
 * MAC address (for IPv6 an identifier), the address, the client's name and how it calls itself; {@code *} for what is
 * not known.
 */
final class LeaseFile {
    private static final int COLUMNS = 5;
    private static final String FOREVER = "0";

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
                            Optional.of(words[1]).filter(mac -> mac.contains(":")),
                            address,
                            prefix(address, network),
                            known(words[3]),
                            known(words[4])));
        } catch (IllegalArgumentException _) {
            // Of a program's file that goes on being written while it is read.
            return Stream.empty();
        }
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
