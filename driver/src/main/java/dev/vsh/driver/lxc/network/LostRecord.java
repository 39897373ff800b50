package dev.vsh.driver.lxc.network;

import dev.vsh.driver.DriverException;
import dev.vsh.driver.lxc.store.NetworkRun;
import dev.vsh.netlink.MacAddress;
import dev.vsh.network.NetworkDefinition;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/** What the documents of a network and the kernel say in place of a record that is damaged. */
record LostRecord(NetworkWorkshop workshop, String name) {
    /** Empty when there is no record, or when nothing else is known of the network. */
    Optional<NetworkRun> find() {
        return workshop.run().isDamaged(name)
                ? sound(() -> workshop.live(name))
                        .or(() -> sound(() -> workshop.definition(name)))
                        .flatMap(network -> network.bridgeName().map(it -> record(network, it)))
                : Optional.empty();
    }

    private static Optional<NetworkDefinition> sound(
            Supplier<Optional<NetworkDefinition>> document) {
        try {
            return document.get();
        } catch (DriverException _) {
            return Optional.empty();
        }
    }

    private NetworkRun record(NetworkDefinition network, String bridge) {
        OptionalInt present = workshop.links().index(bridge);
        OptionalInt index = network.forward().hasOwnBridge() ? own(network, bridge) : present;
        // One of that name and of another's address is somebody else's, and not to be removed.
        boolean own = network.forward().hasOwnBridge() && (index.isPresent() || present.isEmpty());
        return new NetworkRun(
                network.uuid(),
                bridge,
                own,
                index.orElse(0),
                network.mtu(),
                new NetworkServer(workshop.syscalls(), workshop.run(), name).find());
    }

    private OptionalInt own(NetworkDefinition network, String bridge) {
        return network.mac()
                .map(mac -> workshop.links().index(bridge, new MacAddress(mac)))
                .orElse(OptionalInt.empty());
    }
}
