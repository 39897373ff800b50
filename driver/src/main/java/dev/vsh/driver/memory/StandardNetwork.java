package dev.vsh.driver.memory;

import dev.vsh.network.Dhcp;
import dev.vsh.network.ForwardMode;
import dev.vsh.network.NameService;
import dev.vsh.network.Nat;
import dev.vsh.network.NetworkDefinition;
import dev.vsh.network.NetworkIp;
import dev.vsh.network.Subnet;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The one network that is there from the start, named and addressed as that of libvirt's test driver. */
final class StandardNetwork {
    private static final UUID ID = UUID.fromString("dd8fe884-6c02-601e-7551-cca97df1c5df");

    private StandardNetwork() {}

    static NetworkDefinition definition() {
        return new NetworkDefinition(
                "default",
                ID,
                Optional.empty(),
                ForwardMode.NAT,
                Optional.empty(),
                Nat.PLAIN,
                new NetworkDefinition.Bridge(Optional.of("virbr0"), true, 0),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                NameService.PLAIN,
                Optional.empty(),
                List.of(
                        new NetworkIp(
                                new Subnet(InetAddress.ofLiteral("192.168.122.1"), 24),
                                false,
                                dhcp())),
                List.of(),
                List.of());
    }

    private static Dhcp dhcp() {
        return new Dhcp(
                List.of(
                        new Dhcp.Range(
                                InetAddress.ofLiteral("192.168.122.2"),
                                InetAddress.ofLiteral("192.168.122.254"),
                                Optional.empty())),
                List.of());
    }
}
