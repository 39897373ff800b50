package dev.vsh.driver.lxc.network;

import dev.vsh.domain.NetworkInterface;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.network.NetworkDefinition;
import dev.vsh.network.Subnet;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/** The routes that the host gets for a network. */
final class RouteReader {
    /** To a subnet by way of somebody in the network. */
    record Route(Subnet subnet, InetAddress gateway, Optional<Integer> metric) {}

    private RouteReader() {}

    static List<Route> routes(NetworkDefinition network) {
        return network.routes().stream().map(route -> route(network, route)).toList();
    }

    private static Route route(NetworkDefinition network, NetworkInterface.Route route) {
        try {
            InetAddress destination = InetAddress.ofLiteral(route.address());
            int prefix =
                    route.netmask()
                            .map(InetAddress::ofLiteral)
                            .map(mask -> Subnet.number(mask).bitCount())
                            .or(route::prefix)
                            .orElse(Subnet.bits(destination));
            return new Route(
                    new Subnet(destination, prefix),
                    InetAddress.ofLiteral(route.gateway()),
                    route.metric());
        } catch (IllegalArgumentException e) {
            throw new DriverException(
                    ErrorCode.CONFIG_UNSUPPORTED,
                    "<route> of network '" + network.name() + "': " + e.getMessage(),
                    e);
        }
    }
}
