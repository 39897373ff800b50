package dev.vsh.driver.memory;

import dev.vsh.domain.xml.InvalidDocumentException;
import dev.vsh.domain.xml.NetworkGrammar;
import dev.vsh.domain.xml.NetworkPartReader;
import dev.vsh.domain.xml.NetworkXmlReader;
import dev.vsh.domain.xml.NetworkXmlWriter;
import dev.vsh.driver.DomainDocument;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.driver.Network;
import dev.vsh.driver.NetworkChanges;
import dev.vsh.driver.NetworkUpdate;
import dev.vsh.driver.Networks;
import dev.vsh.network.NetworkDefinition;
import dev.vsh.network.NetworkEdit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** All networks there are. Its monitor guards them. */
final class MemoryNetworks implements Networks {
    private final Map<String, NetworkRecord> networks = new TreeMap<>();
    private final MemoryChanges changes = new MemoryChanges();
    private final boolean readOnly;
    private Optional<NetworkGrammar> grammar = Optional.empty();

    MemoryNetworks(boolean readOnly) {
        this.readOnly = readOnly;
    }

    /** Made at the first need: XML is slow to load. */
    private synchronized NetworkGrammar grammar() {
        if (grammar.isEmpty()) {
            grammar = Optional.of(new NetworkGrammar());
        }
        return grammar.get();
    }

    /** The one that is there from the start, as that of libvirt's test driver. */
    void addStandard() {
        NetworkDefinition network = StandardNetwork.definition();
        networks.put(
                network.name(),
                new NetworkRecord(Optional.of(network), Optional.of(network), false));
    }

    @Override
    public synchronized List<Network> all() {
        return networks.keySet().stream().<Network>map(this::network).toList();
    }

    @Override
    public synchronized Network byName(String name) {
        record(name);
        return network(name);
    }

    @Override
    public Network byUuid(UUID uuid) {
        return all().stream()
                .filter(network -> network.uuid().equals(uuid))
                .findFirst()
                .orElseThrow(
                        () ->
                                new DriverException(
                                        ErrorCode.NO_NETWORK,
                                        "no network with matching uuid '" + uuid + "'"));
    }

    @Override
    public synchronized Network define(DomainDocument document) {
        NetworkDefinition network = read(document);
        NetworkRecord known =
                networks.getOrDefault(
                        network.name(),
                        new NetworkRecord(Optional.empty(), Optional.empty(), false));
        networks.put(network.name(), known.withDefinition(Optional.of(network)));
        changes.tell();
        return network(network.name());
    }

    @Override
    public synchronized Network create(DomainDocument document) {
        NetworkDefinition network = read(document);
        networks.putIfAbsent(
                network.name(), new NetworkRecord(Optional.empty(), Optional.empty(), false));
        change(network.name(), record -> MemoryNetwork.started(record, network));
        return network(network.name());
    }

    @Override
    public NetworkChanges changes() {
        return changes.open();
    }

    private NetworkDefinition read(DomainDocument document) {
        requireWritable();
        try {
            NetworkDefinition network =
                    NetworkXmlReader.create(grammar())
                            .read(document.text(), document.origin(), document.validate());
            networks.values().stream()
                    .map(NetworkRecord::current)
                    .forEach(other -> requireSame(network, other));
            return network.bridgeName().isPresent() || !network.forward().hasOwnBridge()
                    ? network
                    : network.with(bridge(network), network.mac());
        } catch (InvalidDocumentException e) {
            throw DriverException.of(e);
        }
    }

    private NetworkDefinition.Bridge bridge(NetworkDefinition network) {
        return new NetworkDefinition.Bridge(
                Optional.of("vshbr" + networks.size()),
                network.bridge().spanningTree(),
                network.bridge().delay());
    }

    private static void requireSame(NetworkDefinition network, NetworkDefinition other) {
        boolean sameName = network.name().equals(other.name());
        if (sameName != network.uuid().equals(other.uuid())) {
            throw new DriverException(
                    ErrorCode.OPERATION_FAILED,
                    "network '"
                            + other.name()
                            + (sameName
                                    ? "' already exists with uuid "
                                    : "' is already defined with uuid ")
                            + other.uuid());
        }
    }

    synchronized NetworkRecord record(String name) {
        return Optional.ofNullable(networks.get(name))
                .orElseThrow(
                        () ->
                                new DriverException(
                                        ErrorCode.NO_NETWORK,
                                        "no network with matching name '" + name + "'"));
    }

    synchronized void change(String name, UnaryOperator<NetworkRecord> change) {
        requireWritable();
        NetworkRecord changed = change.apply(record(name));
        if (changed.isGone()) {
            networks.remove(name);
        } else {
            networks.put(name, changed);
        }
        changes.tell();
    }

    private void requireWritable() {
        if (readOnly) {
            throw new DriverException(
                    ErrorCode.OPERATION_DENIED, "read only access prevents this operation");
        }
    }

    NetworkDefinition updated(NetworkUpdate update, NetworkDefinition network) {
        if (!NetworkPartReader.isSupported(update.section())) {
            throw new DriverException(
                    ErrorCode.NO_SUPPORT,
                    "section '"
                            + update.section().word()
                            + "' cannot be updated: use net-edit, and start the network again");
        }
        try {
            return new NetworkPartReader(grammar())
                    .edited(
                            network,
                            update.edit(),
                            update.section(),
                            update.parent(),
                            update.element().text(),
                            update.element().origin());
        } catch (InvalidDocumentException e) {
            throw DriverException.of(e);
        } catch (NetworkEdit.MismatchException e) {
            throw new DriverException(
                    ErrorCode.OPERATION_INVALID, String.valueOf(e.getMessage()), e);
        }
    }

    String write(NetworkDefinition network) {
        return new NetworkXmlWriter(grammar()).write(network);
    }

    private Network network(String name) {
        return new MemoryNetwork(this, name);
    }
}
