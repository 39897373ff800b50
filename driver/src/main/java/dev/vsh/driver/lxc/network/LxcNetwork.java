package dev.vsh.driver.lxc.network;

import dev.vsh.driver.DhcpLease;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.driver.Network;
import dev.vsh.driver.NetworkUpdate;
import dev.vsh.driver.XmlView;
import dev.vsh.driver.lxc.store.DomainLock;
import dev.vsh.driver.lxc.store.NetworkRun;
import dev.vsh.network.NetworkDefinition;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** One virtual network, by its name. */
final class LxcNetwork implements Network {
    private final NetworkWorkshop workshop;
    private final String name;

    LxcNetwork(NetworkWorkshop workshop, String name) {
        this.workshop = workshop;
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public UUID uuid() {
        return workshop.definitions().uuid(name).orElseGet(() -> current().uuid());
    }

    @Override
    public boolean isActive() {
        return workshop.active(name).isPresent();
    }

    @Override
    public boolean isPersistent() {
        return workshop.definitions().exists(name);
    }

    @Override
    public boolean isAutostart() {
        return workshop.definitions().isAutostart(name);
    }

    @Override
    public Optional<String> bridgeName() {
        return workshop.active(name).map(NetworkRun::bridge).or(() -> current().bridgeName());
    }

    @Override
    public Optional<String> trouble() {
        return workshop.active(name).flatMap(this::trouble);
    }

    private Optional<String> trouble(NetworkRun run) {
        return run.server()
                .filter(server -> !server.isAtWork())
                .map(server -> "dnsmasq " + server.pid() + " has ended")
                .or(() -> new Firewall(run.bridge()).trouble(current()));
    }

    /** As it runs; else as it is defined. */
    private NetworkDefinition current() {
        return (isActive() ? workshop.live(name) : Optional.<NetworkDefinition>empty())
                .or(() -> workshop.definition(name))
                .orElseThrow(this::gone);
    }

    @Override
    public String xml(XmlView view) {
        Optional<NetworkDefinition> definition =
                switch (view) {
                    case LIVE -> Optional.of(current());
                    case INACTIVE -> workshop.definition(name).or(() -> workshop.live(name));
                };
        return workshop.documents().write(definition.orElseThrow(this::gone));
    }

    @Override
    public void start() {
        workshop.requireWritable();
        try (DomainLock _ = workshop.lock(name)) {
            if (workshop.active(name).isEmpty()) {
                new NetworkStarter(workshop)
                        .start(workshop.definition(name).orElseThrow(this::gone));
            } else if (trouble().isPresent()) {
                mend();
            } else {
                throw alreadyActive();
            }
        }
    }

    private void mend() {
        new NetworkStarter(workshop)
                .mend(workshop.live(name).orElseThrow(), workshop.active(name).orElseThrow());
    }

    static DriverException alreadyActive() {
        return new DriverException(ErrorCode.OPERATION_INVALID, "network is already active");
    }

    @Override
    public void destroy() {
        workshop.requireWritable();
        try (DomainLock lock = workshop.lock(name)) {
            NetworkRun run =
                    workshop.active(name)
                            .orElseThrow(
                                    () ->
                                            new DriverException(
                                                    ErrorCode.OPERATION_INVALID,
                                                    "network '" + name + "' is not active"));
            new NetworkStarter(workshop).destroy(name, run);
            workshop.forget(name, lock);
        }
    }

    /** The definition is written last: what is refused of the active network changes neither. */
    @Override
    public void update(NetworkUpdate update, Set<XmlView> documents) {
        workshop.requireWritable();
        try (DomainLock _ = workshop.lock(name)) {
            Optional<NetworkDefinition> next = Optional.empty();
            if (documents.contains(XmlView.INACTIVE)) {
                requirePersistent("update");
                next = workshop.definition(name).map(old -> updated(update, old));
            }
            if (documents.contains(XmlView.LIVE)) {
                updateLive(update);
            }
            next.ifPresent(
                    changed ->
                            workshop.definitions()
                                    .write(name, workshop.documents().write(changed)));
        }
    }

    private NetworkDefinition updated(NetworkUpdate update, NetworkDefinition network) {
        return workshop.documents().updated(update, network);
    }

    private void updateLive(NetworkUpdate update) {
        NetworkRun run =
                workshop.active(name)
                        .orElseThrow(
                                () ->
                                        new DriverException(
                                                ErrorCode.OPERATION_INVALID,
                                                "network is not running"));
        NetworkDefinition before = current();
        new NetworkStarter(workshop).serve(run, before, updated(update, before));
    }

    @Override
    public void undefine() {
        workshop.requireWritable();
        try (DomainLock lock = workshop.lock(name)) {
            requirePersistent("undefine");
            if (workshop.active(name).isEmpty()) {
                workshop.record(name)
                        .ifPresent(left -> new NetworkStarter(workshop).destroy(name, left));
            }
            workshop.definitions().delete(name);
            workshop.forget(name, lock);
        }
    }

    @Override
    public void setAutostart(boolean autostart) {
        workshop.requireWritable();
        try (DomainLock _ = workshop.lock(name)) {
            requirePersistent("set autostart for");
            workshop.definitions().setAutostart(name, autostart);
        }
    }

    private void requirePersistent(String verb) {
        if (!isPersistent()) {
            throw new DriverException(
                    ErrorCode.OPERATION_INVALID, "cannot " + verb + " transient network");
        }
    }

    @Override
    public List<DhcpLease> dhcpLeases() {
        return workshop.active(name)
                .flatMap(_ -> workshop.run().leases(name))
                .map(text -> LeaseFile.read(text, current()))
                .orElse(List.of());
    }

    private DriverException gone() {
        return new DriverException(
                ErrorCode.NO_NETWORK, "no network with matching name '" + name + "'");
    }
}
