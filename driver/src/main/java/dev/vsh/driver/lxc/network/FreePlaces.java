package dev.vsh.driver.lxc.network;

import dev.vsh.network.NetworkDefinition;
import dev.vsh.network.NetworkIp;
import dev.vsh.network.Subnet;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** Names and subnets that neither the host nor another network has. */
final class FreePlaces {
    private static final String BRIDGE = "vshbr";

    /** Above those that LXC, libvirt and routers for the home like to take. */
    private static final int FIRST_SUBNET = 130;

    private static final int SUBNETS = 100;
    private static final int BRIDGES = 10_000;
    private static final int PREFIX = 24;

    private final HostLinks links;
    private final List<NetworkDefinition> others;
    private final int seed;

    /**
     * @param others all networks that are defined
     * @param seed where to begin, so that several sets of folders on one host do not get in each other's way
     */
    FreePlaces(HostLinks links, List<NetworkDefinition> others, int seed) {
        this.links = links;
        this.others = others;
        this.seed = seed;
    }

    String bridge() {
        List<String> taken = new ArrayList<>(links.names());
        others.stream()
                .map(NetworkDefinition::bridgeName)
                .flatMap(Optional::stream)
                .forEach(taken::add);
        return IntStream.range(0, BRIDGES)
                .mapToObj(i -> BRIDGE + (seed + i) % BRIDGES)
                .filter(name -> !taken.contains(name))
                .findFirst()
                .orElseThrow();
    }

    /** With the address that the bridge is to have. Empty when all are taken. */
    Optional<Subnet> subnet() {
        List<Subnet> taken = new ArrayList<>(links.subnets());
        others.stream()
                .flatMap(network -> network.addresses().stream())
                .map(NetworkIp::subnet)
                .forEach(taken::add);
        return IntStream.range(0, SUBNETS)
                .map(i -> FIRST_SUBNET + (seed + i) % SUBNETS)
                .mapToObj(
                        number ->
                                new Subnet(
                                        InetAddress.ofLiteral("192.168." + number + ".1"), PREFIX))
                .filter(subnet -> taken.stream().noneMatch(subnet::overlaps))
                .findFirst();
    }

    /** With libvirt's prefix for machines of its making. */
    static String mac(Random random) {
        byte[] tail = new byte[3];
        random.nextBytes(tail);
        return "52:54:00:%02x:%02x:%02x".formatted(tail[0], tail[1], tail[2]);
    }
}
