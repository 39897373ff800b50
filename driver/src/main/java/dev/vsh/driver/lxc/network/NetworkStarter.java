package dev.vsh.driver.lxc.network;

import dev.vsh.domain.Bandwidth;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.driver.lxc.store.NetworkRun;
import dev.vsh.linux.ProcessId;
import dev.vsh.linux.SyscallException;
import dev.vsh.network.NetworkDefinition;
import dev.vsh.network.NetworkIp;
import dev.vsh.network.Subnet;

import java.util.Optional;

/** Makes what a network is of, and removes it. Call with its lock held. */
final class NetworkStarter {
    private final NetworkWorkshop workshop;

    NetworkStarter(NetworkWorkshop workshop) {
        this.workshop = workshop;
    }

    /**
     * @param network with the name of its bridge
     */
    void start(NetworkDefinition network) {
        NetworkSupport.require(network);
        // What a driver left that died on the way, or a restart of the host.
        workshop.record(network.name()).ifPresent(left -> remove(network.name(), left));
        String bridge = network.bridgeName().orElseThrow();
        boolean own = network.forward().hasOwnBridge();
        if (own) {
            requireFree(network, bridge);
        }
        NetworkRun record =
                new NetworkRun(network.uuid(), bridge, own, 0, network.mtu(), Optional.empty());
        try {
            // Before anything is made: whoever finds the record knows what to look for.
            workshop.run().writeDocument(network.name(), workshop.documents().write(network));
            workshop.run().write(network.name(), record);
            make(network, record);
        } catch (RuntimeException e) {
            undo(network.name(), record, e);
            throw asDriverException("cannot start network '" + network.name() + "'", e);
        }
    }

    private void make(NetworkDefinition network, NetworkRun record) {
        NetworkRun made = record.withIndex(index(network, record));
        workshop.run().write(network.name(), made);
        if (made.own()) {
            forward(network);
            // Before anybody can be in the network.
            new Firewall(made.bridge()).set(network);
            Bridge bridge = new Bridge(workshop.syscalls(), made.bridge());
            network.bandwidth()
                    .flatMap(Bandwidth::inbound)
                    .ifPresent(limit -> bridge.limit(limit, made.index()));
            bridge.address(network, made.index());
        }
        Optional<ProcessId> server = server(network.name()).start(network, made.bridge());
        workshop.run().write(network.name(), made.withServer(server));
    }

    private int index(NetworkDefinition network, NetworkRun record) {
        if (record.own()) {
            return new Bridge(workshop.syscalls(), record.bridge()).make(network);
        }
        return workshop.links()
                .index(record.bridge())
                .orElseThrow(
                        () ->
                                new DriverException(
                                        ErrorCode.OPERATION_FAILED,
                                        "there is no bridge '"
                                                + record.bridge()
                                                + "', and <forward mode='bridge'> makes none"));
    }

    /** Never switched off again: nobody can know who else has come to count on it. */
    private static void forward(NetworkDefinition network) {
        if (network.forward().forwards()) {
            for (NetworkIp ip : network.addresses()) {
                boolean ipv4 = ip.subnet().isIpv4();
                if (KernelSetting.forwarding(ipv4).set("1")) {
                    NetworkJournal.forwarding(network.name(), ipv4);
                }
            }
        }
    }

    /** Makes again what was lost of an active network. */
    void mend(NetworkDefinition network, NetworkRun record) {
        new Firewall(record.bridge()).set(network);
        if (record.server().filter(server -> !server.isAtWork()).isPresent()) {
            NetworkJournal.serverMended(network.name());
            // One that is about to end has the addresses still that the next one is to listen on.
            restart(record, network);
        }
    }

    /**
     * Has those who are in an active network served otherwise. What was leased stays so.
     *
     * @param before what they are served again when it cannot be
     */
    void serve(NetworkRun record, NetworkDefinition before, NetworkDefinition after) {
        try {
            restart(record, after);
        } catch (DriverException e) {
            try {
                restart(record, before);
            } catch (DriverException again) {
                e.addSuppressed(again);
            }
            throw e;
        }
        workshop.run().writeDocument(after.name(), workshop.documents().write(after));
    }

    private void restart(NetworkRun record, NetworkDefinition network) {
        NetworkServer server = server(network.name());
        server.stop(record.server());
        workshop.run()
                .write(network.name(), record.withServer(server.start(network, record.bridge())));
    }

    void destroy(String name, NetworkRun record) {
        try {
            // Whoever finds the rest of it, should this be cut off, knows that it is not to be.
            workshop.run().write(name, record.withIndex(0));
            remove(name, record);
        } catch (SyscallException e) {
            throw asDriverException("cannot remove all of network '" + name + "'", e);
        }
    }

    private void remove(String name, NetworkRun record) {
        server(name).stop(record.server());
        if (record.own()) {
            new Bridge(workshop.syscalls(), record.bridge()).remove();
            removeRules(name, new Firewall(record.bridge()));
        }
        ServedNames.of(record.uuid()).remove();
        workshop.run().clear(name);
    }

    private void removeRules(String name, Firewall firewall) {
        Optional<NetworkDefinition> live;
        try {
            live = workshop.live(name);
        } catch (DriverException _) {
            // A document that is damaged keeps nobody from an end.
            firewall.removeAll();
            return;
        }
        live.ifPresent(firewall::remove);
    }

    private void undo(String name, NetworkRun record, RuntimeException failure) {
        try {
            remove(name, workshop.record(name).orElse(record));
        } catch (RuntimeException cleanup) {
            failure.addSuppressed(cleanup);
        }
    }

    private NetworkServer server(String name) {
        return new NetworkServer(workshop.syscalls(), workshop.run(), name);
    }

    private void requireFree(NetworkDefinition network, String bridge) {
        if (workshop.links().index(bridge).isPresent()) {
            throw refused(network, "there is an interface '" + bridge + "' already");
        }
        for (Subnet taken : workshop.links().subnets()) {
            for (NetworkIp ip : network.addresses()) {
                if (!taken.address().isLinkLocalAddress() && ip.subnet().overlaps(taken)) {
                    throw refused(
                            network,
                            "this host is in " + taken.text() + " by another interface already");
                }
            }
        }
    }

    private static DriverException refused(NetworkDefinition network, String why) {
        return new DriverException(
                ErrorCode.OPERATION_FAILED,
                "cannot start network '" + network.name() + "': " + why);
    }

    private static DriverException asDriverException(String what, RuntimeException e) {
        return e instanceof DriverException driver
                ? new DriverException(
                        driver.code(), what + ": " + String.join("; ", driver.details()), e)
                : new DriverException(ErrorCode.SYSTEM_ERROR, what + ": " + e.getMessage(), e);
    }
}
