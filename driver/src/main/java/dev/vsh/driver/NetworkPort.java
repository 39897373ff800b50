package dev.vsh.driver;

import dev.vsh.domain.InterfaceSource;
import dev.vsh.domain.NetworkInterface;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Where a running domain is plugged into a virtual network.
 *
 * @param uuid always the same for an interface of a domain
 * @param owner the domain's name
 * @param bridge where that is; empty when the network has none
 */
public record NetworkPort(
        UUID uuid, String owner, UUID ownerUuid, String mac, Optional<String> bridge) {
    /** Those of a network, in the order of the domains' names. */
    static List<NetworkPort> of(Network network, List<Domain> domains) {
        return domains.stream().flatMap(domain -> of(network, domain)).toList();
    }

    private static Stream<NetworkPort> of(Network network, Domain domain) {
        try {
            return domain.isActive()
                    ? domain.definition(XmlView.LIVE).devices().interfaces().stream()
                            .flatMap(each -> of(network, domain, each))
                    : Stream.of();
        } catch (DriverException e) {
            if (e.code() == ErrorCode.NO_DOMAIN) {
                // It has just ended, and was transient.
                return Stream.of();
            }
            throw e;
        }
    }

    private static Stream<NetworkPort> of(Network network, Domain domain, NetworkInterface each) {
        if (each.source() instanceof InterfaceSource.Network source
                && source.network().equals(network.name())) {
            String identity = domain.uuid() + " " + each.mac();
            return Stream.of(
                    new NetworkPort(
                            UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8)),
                            domain.name(),
                            domain.uuid(),
                            each.mac(),
                            network.bridgeName()));
        }
        return Stream.of();
    }
}
