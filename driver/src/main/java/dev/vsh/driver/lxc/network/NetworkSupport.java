package dev.vsh.driver.lxc.network;

import dev.vsh.domain.Bandwidth;
import dev.vsh.domain.OpaqueElement;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.network.ForwardMode;
import dev.vsh.network.NetworkDefinition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds what a network's document asks for and no network is given, and says what to do instead. */
final class NetworkSupport {
    /** How a hypervisor goes about it, or what is so anyway. */
    private static final Set<String> HARMLESS =
            Set.of("@ipv6", "forward/@managed", "bridge/@macTableManager");

    private static final Map<String, String> INSTEAD =
            Map.of(
                    "bridge/@zone", "add the bridge to the zone by firewall-cmd",
                    "dns/srv", "add a srv-host to a name server of your own",
                    "forward/interface", "name the bridge in <bridge name='…'/>",
                    "portgroup", "make a network for each group");

    private NetworkSupport() {}

    /**
     * @throws DriverException CONFIG_UNSUPPORTED with every problem
     */
    static void require(NetworkDefinition network) {
        List<String> problems = new ArrayList<>();
        switch (network.forward()) {
            case ISOLATED, NAT, ROUTE, OPEN, BRIDGE -> {}
            case PRIVATE, VEPA, PASSTHROUGH ->
                    problems.add(mode(network.forward(), "<interface type='direct'>"));
            case HOSTDEV -> problems.add(mode(network.forward(), "<hostdev type='net'>"));
        }
        network.bandwidth().ifPresent(bandwidth -> bandwidth(network, bandwidth, problems));
        network.others().forEach(other -> other(other, problems));
        if (!problems.isEmpty()) {
            throw new DriverException(ErrorCode.CONFIG_UNSUPPORTED, problems, null);
        }
    }

    private static String mode(ForwardMode mode, String instead) {
        return "<forward mode='%s'> is not supported: use %s in the domain"
                .formatted(mode.xmlName(), instead);
    }

    private static void bandwidth(
            NetworkDefinition network, Bandwidth bandwidth, List<String> problems) {
        if (!network.forward().hasOwnBridge()) {
            problems.add(
                    "<bandwidth> of a network with <forward mode='%s'>, whose bridge is somebody else's: limit the interfaces"
                            .formatted(network.forward().xmlName()));
        }
        problems.addAll(BandwidthLimits.problems("<bandwidth>", bandwidth));
    }

    private static void other(OpaqueElement other, List<String> problems) {
        String path = other.path().startsWith("/") ? other.path().substring(1) : other.path();
        if (!HARMLESS.contains(path)) {
            problems.add(
                    "<%s> is not supported: %s"
                            .formatted(path, INSTEAD.getOrDefault(path, "leave it out")));
        }
    }
}
