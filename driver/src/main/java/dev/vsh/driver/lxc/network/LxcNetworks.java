package dev.vsh.driver.lxc.network;

import dev.vsh.domain.xml.NetworkGrammar;
import dev.vsh.driver.DomainDocument;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.driver.Network;
import dev.vsh.driver.NetworkChanges;
import dev.vsh.driver.Networks;
import dev.vsh.driver.lxc.store.DefinitionStore;
import dev.vsh.driver.lxc.store.DomainLock;
import dev.vsh.driver.lxc.store.Folders;
import dev.vsh.driver.lxc.store.NetworkRunStore;
import dev.vsh.linux.Syscalls;
import dev.vsh.network.NetworkDefinition;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;

/** The virtual networks below one set of folders. */
public final class LxcNetworks implements Networks {
    private final NetworkWorkshop workshop;
    private final DefaultNetwork standard;
    private final Supplier<Random> random = SecureRandom::new;
    private final Folders folders;

    /**
     * @param folders those of the domains
     */
    public LxcNetworks(Syscalls syscalls, Folders folders, boolean readOnly) {
        Folders own = folders.networks();
        this.workshop =
                new NetworkWorkshop(
                        syscalls,
                        own,
                        new DefinitionStore(own),
                        new NetworkRunStore(own),
                        new NetworkDocuments(new NetworkGrammar()),
                        new HostLinks(syscalls),
                        readOnly);
        this.folders = folders;
        this.standard = new DefaultNetwork(workshop);
    }

    private int seed() {
        return folders.equals(Folders.system()) ? 0 : Math.floorMod(folders.hashCode(), 10_000);
    }

    @Override
    public List<Network> all() {
        offerStandard();
        return names().stream().<Network>map(this::network).toList();
    }

    @Override
    public Network byName(String name) {
        offerStandard();
        if (name.isEmpty() || name.contains("/") || !workshop.isKnown(name)) {
            throw missing("name", name);
        }
        return network(name);
    }

    @Override
    public Network byUuid(UUID uuid) {
        return all().stream()
                .filter(
                        network ->
                                sound(network.name())
                                        .filter(each -> each.uuid().equals(uuid))
                                        .isPresent())
                .findFirst()
                .orElseThrow(() -> missing("uuid", uuid.toString()));
    }

    private static DriverException missing(String key, String value) {
        return new DriverException(
                ErrorCode.NO_NETWORK, "no network with matching " + key + " '" + value + "'");
    }

    @Override
    public Network define(DomainDocument document) {
        workshop.requireWritable();
        NetworkDefinition network = complete(workshop.documents().read(document));
        try (DomainLock _ = workshop.lock(network.name())) {
            workshop.definitions().write(network.name(), workshop.documents().write(network));
        }
        return network(network.name());
    }

    @Override
    public Network create(DomainDocument document) {
        workshop.requireWritable();
        NetworkDefinition network = complete(workshop.documents().read(document));
        String name = network.name();
        try (DomainLock lock = workshop.lock(name)) {
            if (workshop.active(name).isPresent()) {
                throw LxcNetwork.alreadyActive();
            }
            try {
                new NetworkStarter(workshop).start(network);
            } catch (DriverException e) {
                workshop.forget(name, lock);
                throw e;
            }
        }
        return network(name);
    }

    /** Looks at every network: no lock held. */
    private NetworkDefinition complete(NetworkDefinition network) {
        offerStandard();
        List<NetworkDefinition> others = new ArrayList<>();
        for (String name : names()) {
            sound(name).ifPresent(others::add);
        }
        others.forEach(other -> requireNoConflict(network, other));
        others.removeIf(other -> other.name().equals(network.name()));
        if (!network.forward().hasOwnBridge()) {
            return network;
        }
        NetworkDefinition.Bridge bridge = network.bridge();
        String name =
                bridge.name()
                        .orElseGet(() -> new FreePlaces(workshop.links(), others, seed()).bridge());
        return network.with(
                new NetworkDefinition.Bridge(
                        Optional.of(name), bridge.spanningTree(), bridge.delay()),
                network.mac().or(() -> Optional.of(FreePlaces.mac(random.get()))));
    }

    private Set<String> names() {
        if (!workshop.readOnly()) {
            new NetworkMending(workshop).make();
        }
        TreeSet<String> names = new TreeSet<>(workshop.definitions().names());
        workshop.run().names().stream().filter(workshop::isKnown).forEach(names::add);
        return names;
    }

    /** One whose document is damaged is in nobody's way. */
    private Optional<NetworkDefinition> sound(String name) {
        try {
            return workshop.definition(name).or(() -> workshop.live(name));
        } catch (DriverException _) {
            return Optional.empty();
        }
    }

    private static void requireNoConflict(NetworkDefinition network, NetworkDefinition other) {
        boolean sameName = other.name().equals(network.name());
        if (sameName != other.uuid().equals(network.uuid())) {
            throw new DriverException(
                    ErrorCode.OPERATION_FAILED,
                    "network '"
                            + other.name()
                            + (sameName
                                    ? "' already exists with uuid "
                                    : "' is already defined with uuid ")
                            + other.uuid());
        }
        boolean makesSame =
                network.forward().hasOwnBridge()
                        && network.bridgeName().isPresent()
                        && network.bridgeName().equals(other.bridgeName());
        if (!sameName && makesSame) {
            throw new DriverException(
                    ErrorCode.OPERATION_FAILED,
                    "bridge name '" + network.bridgeName().get() + "' already in use.");
        }
    }

    @Override
    public NetworkChanges changes() {
        return new WatchedFolders(
                Set.of(workshop.folders().definitions(), workshop.folders().run()),
                Set.of(DefinitionStore.SUFFIX, NetworkRunStore.STATUS));
    }

    /** For containers; the network that is there without anybody having defined one is there for them, too. */
    public Membership membership() {
        offerStandard();
        return new Membership(workshop);
    }

    /** Takes back what was announced of a container in any network. */
    public void withdraw(String container) {
        new Membership(workshop).withdraw(container);
    }

    private void offerStandard() {
        standard.defineOnce(seed(), random);
    }

    private Network network(String name) {
        return new LxcNetwork(workshop, name);
    }
}
