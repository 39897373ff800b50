package dev.vsh.driver.memory;

import dev.vsh.driver.DhcpLease;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.driver.Network;
import dev.vsh.driver.NetworkUpdate;
import dev.vsh.driver.XmlView;
import dev.vsh.network.NetworkDefinition;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** One network of the memory, by its name. */
final class MemoryNetwork implements Network {
    private final MemoryNetworks networks;
    private final String name;

    MemoryNetwork(MemoryNetworks networks, String name) {
        this.networks = networks;
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public UUID uuid() {
        return networks.record(name).current().uuid();
    }

    @Override
    public boolean isActive() {
        return networks.record(name).live().isPresent();
    }

    @Override
    public boolean isPersistent() {
        return networks.record(name).definition().isPresent();
    }

    @Override
    public boolean isAutostart() {
        return networks.record(name).autostart();
    }

    @Override
    public Optional<String> bridgeName() {
        return networks.record(name).current().bridgeName();
    }

    @Override
    public Optional<String> trouble() {
        return Optional.empty();
    }

    @Override
    public String xml(XmlView view) {
        NetworkRecord record = networks.record(name);
        return networks.write(
                switch (view) {
                    case LIVE -> record.current();
                    case INACTIVE -> record.definition().orElseGet(record::current);
                });
    }

    @Override
    public void start() {
        networks.change(name, record -> started(record, record.current()));
    }

    static NetworkRecord started(NetworkRecord record, NetworkDefinition definition) {
        if (record.live().isPresent()) {
            throw invalid("network is already active");
        }
        return record.withLive(Optional.of(definition));
    }

    @Override
    public void destroy() {
        networks.change(
                name,
                record -> {
                    if (record.live().isEmpty()) {
                        throw invalid("network '" + name + "' is not active");
                    }
                    return record.withLive(Optional.empty());
                });
    }

    @Override
    public void undefine() {
        networks.change(
                name,
                record -> {
                    requirePersistent(record, "undefine");
                    return record.withDefinition(Optional.empty());
                });
    }

    @Override
    public void setAutostart(boolean autostart) {
        networks.change(
                name,
                record -> {
                    requirePersistent(record, "set autostart for");
                    return record.withAutostart(autostart);
                });
    }

    @Override
    public void update(NetworkUpdate update, Set<XmlView> documents) {
        networks.change(
                name,
                record -> {
                    NetworkRecord changed = record;
                    if (documents.contains(XmlView.INACTIVE)) {
                        requirePersistent(record, "update");
                        changed =
                                changed.withDefinition(
                                        record.definition()
                                                .map(old -> networks.updated(update, old)));
                    }
                    if (documents.contains(XmlView.LIVE)) {
                        if (record.live().isEmpty()) {
                            throw invalid("network is not running");
                        }
                        changed =
                                changed.withLive(
                                        record.live().map(old -> networks.updated(update, old)));
                    }
                    return changed;
                });
    }

    private static void requirePersistent(NetworkRecord record, String verb) {
        if (record.definition().isEmpty()) {
            throw invalid("cannot " + verb + " transient network");
        }
    }

    private static DriverException invalid(String why) {
        return new DriverException(ErrorCode.OPERATION_INVALID, why);
    }

    /** Nobody is plugged in. */
    @Override
    public List<DhcpLease> dhcpLeases() {
        return List.of();
    }
}
