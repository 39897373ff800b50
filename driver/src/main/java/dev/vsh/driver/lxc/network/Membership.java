package dev.vsh.driver.lxc.network;

import dev.vsh.domain.AddressText;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.driver.lxc.store.DomainLock;
import dev.vsh.driver.lxc.store.NetworkRun;
import dev.vsh.linux.ProcessId;
import dev.vsh.network.HostName;
import dev.vsh.network.NetworkDefinition;
import dev.vsh.network.ServerSettings;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What containers have to do with networks. */
public final class Membership {
    private final NetworkWorkshop workshop;

    Membership(NetworkWorkshop workshop) {
        this.workshop = workshop;
    }

    /**
     * Where a container is plugged in.
     *
     * @param mtu where it is not the kernel's choice
     */
    public record Port(String bridge, Optional<Integer> mtu) {}

    /**
     * An interface of a container.
     *
     * @param addresses those that it has from the beginning; with none it will ask for one
     * @param reserved whether the network's document says already what it will be given
     */
    public record Member(String mac, List<InetAddress> addresses, boolean reserved) {
        public Member(String mac, List<InetAddress> addresses) {
            this(mac, addresses, false);
        }
    }

    /**
     * Where a container would be plugged in; nothing is done.
     *
     * @throws DriverException NO_NETWORK, or CONFIG_UNSUPPORTED when it has no bridge
     */
    public Port look(String network) {
        return workshop.active(network)
                .map(Membership::port)
                .orElseGet(() -> port(definition(network)));
    }

    /** The bridge of an active network. */
    public Optional<String> bridge(String network) {
        return workshop.active(network).map(NetworkRun::bridge);
    }

    /** Has the network active and well: it is started on its first use. */
    public Port join(String network) {
        Optional<NetworkRun> active = workshop.active(network).filter(Membership::isWell);
        if (active.isPresent()) {
            return port(active.get());
        }
        port(definition(network));
        try (DomainLock _ = workshop.lock(network)) {
            bringUp(network);
        }
        return port(workshop.active(network).orElseThrow(() -> gone(network)));
    }

    private void bringUp(String network) {
        Optional<NetworkRun> active = workshop.active(network);
        if (active.isEmpty()) {
            new NetworkStarter(workshop).start(definition(network));
        } else if (!isWell(active.get())) {
            new NetworkStarter(workshop).mend(workshop.live(network).orElseThrow(), active.get());
        }
    }

    private static boolean isWell(NetworkRun run) {
        return run.server().stream().allMatch(ProcessId::isAtWork);
    }

    /**
     * Lets the others in the network know a container by its name, as far as that can be a name of a host.
     *
     * @param members its interfaces in the network
     */
    public void announce(String network, String container, List<Member> members) {
        Optional<String> name = HostName.valid(container);
        workshop.active(network)
                .filter(run -> run.server().isPresent() && name.isPresent())
                .ifPresent(
                        run -> {
                            List<Member> known = reserved(network, members);
                            boolean changed =
                                    ServedNames.of(run.uuid())
                                            .put(
                                                    container,
                                                    nameLines(name.get(), known),
                                                    clientLines(name.get(), known));
                            if (changed) {
                                refresh(network, run);
                            }
                        });
    }

    private static List<String> nameLines(String name, List<Member> members) {
        return members.stream()
                .flatMap(member -> member.addresses().stream())
                .map(address -> AddressText.of(address) + " " + name)
                .toList();
    }

    /** With the addresses that the network's document has for them; nothing more is to be said of their clients. */
    private List<Member> reserved(String network, List<Member> members) {
        Reservations reservations =
                Reservations.in(workshop.run().settingsText(network).orElse(""));
        return members.stream().map(member -> reserved(member, reservations)).toList();
    }

    private static Member reserved(Member member, Reservations reservations) {
        if (!member.addresses().isEmpty() || !reservations.knows(member.mac())) {
            return member;
        }
        return new Member(member.mac(), reservations.address(member.mac()).stream().toList(), true);
    }

    /** A name goes with one client only. An address that somebody has is given to nobody else. */
    private static List<String> clientLines(String name, List<Member> members) {
        List<Member> unknown = members.stream().filter(member -> !member.reserved()).toList();
        Stream<String> asking =
                unknown.stream()
                        .filter(member -> member.addresses().isEmpty())
                        .limit(1)
                        .map(member -> member.mac() + "," + name);
        Stream<String> fixed = unknown.stream().flatMap(Membership::fixed);
        return Stream.concat(asking, fixed).toList();
    }

    private static Stream<String> fixed(Member member) {
        return member.addresses().stream()
                .map(address -> member.mac() + "," + ServerSettings.reserved(address));
    }

    /** Takes back what was announced of a container in any network. */
    void withdraw(String container) {
        for (String network : workshop.run().names()) {
            workshop.active(network)
                    .filter(run -> ServedNames.of(run.uuid()).put(container, List.of(), List.of()))
                    .ifPresent(run -> refresh(network, run));
        }
    }

    private void refresh(String network, NetworkRun run) {
        NetworkServer server = new NetworkServer(workshop.syscalls(), workshop.run(), network);
        run.server().ifPresent(server::refresh);
    }

    private NetworkDefinition definition(String network) {
        return workshop.definition(network)
                .or(() -> workshop.live(network))
                .orElseThrow(() -> gone(network));
    }

    private static Port port(NetworkRun run) {
        return new Port(run.bridge(), run.mtu());
    }

    private static Port port(NetworkDefinition network) {
        NetworkSupport.require(network);
        return new Port(network.bridgeName().orElseThrow(), network.mtu());
    }

    private static DriverException gone(String network) {
        return new DriverException(
                ErrorCode.NO_NETWORK, "no network with matching name '" + network + "'");
    }
}
