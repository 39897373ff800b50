package dev.vsh.driver.memory;

import dev.vsh.domain.DomainDefinition;
import dev.vsh.domain.DomainStatus.Running;
import dev.vsh.domain.RunningReason;
import dev.vsh.domain.ShutOffReason;
import dev.vsh.driver.DomainEvent;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.driver.XmlView;
import dev.vsh.driver.memory.DomainRecord.Activity;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** All domains there are. Its monitor guards them; consoles are told of an end outside of it. */
final class MemoryHost implements AutoCloseable {
    private final Map<UUID, DomainRecord> domains = new LinkedHashMap<>();
    private final MemoryEvents events = new MemoryEvents();
    private long lastId;

    MemoryEvents events() {
        return events;
    }

    synchronized List<DomainRecord> all() {
        return domains.values().stream().sorted(Comparator.comparing(DomainRecord::name)).toList();
    }

    synchronized DomainRecord byName(String name) {
        return find(domain -> domain.name().equals(name))
                .orElseThrow(() -> missing("name '" + name + "'"));
    }

    synchronized DomainRecord byId(long id) {
        return find(domain -> domain.id().isPresent() && domain.id().getAsLong() == id)
                .orElseThrow(() -> missing("id " + id));
    }

    synchronized DomainRecord byUuid(UUID uuid) {
        return Optional.ofNullable(domains.get(uuid))
                .orElseThrow(() -> missing("uuid '" + uuid + "'"));
    }

    synchronized DomainRecord define(DomainDefinition definition) {
        refuseConflict(definition);
        DomainRecord known = domains.get(definition.uuid());
        boolean updated = known != null && known.definition().isPresent();
        events.put(
                definition.name(), updated ? DomainEvent.Kind.UPDATED : DomainEvent.Kind.DEFINED);
        return put(
                known == null
                        ? DomainRecord.defined(definition)
                        : known.withDefinition(Optional.of(definition)));
    }

    synchronized DomainRecord create(DomainDefinition definition) {
        refuseConflict(definition);
        DomainRecord known = domains.get(definition.uuid());
        if (known == null) {
            return put(DomainRecord.transientRunning(activity(definition)));
        }
        refuseActive(known);
        return put(known.started(activity(definition)));
    }

    /** Both at once: a domain that runs and stays. */
    synchronized void createWithDefinition(DomainDefinition definition) {
        define(definition);
        create(definition);
    }

    synchronized void start(UUID uuid) {
        DomainRecord domain = byUuid(uuid);
        refuseActive(domain);
        put(domain.started(activity(domain.next())));
    }

    synchronized void undefine(UUID uuid) {
        DomainRecord domain = byUuid(uuid);
        if (domain.definition().isEmpty()) {
            throw new DriverException(
                    ErrorCode.OPERATION_INVALID, "Cannot undefine transient domain");
        }
        events.put(domain.name(), DomainEvent.Kind.UNDEFINED);
        if (domain.activity().isEmpty()) {
            domains.remove(uuid);
        } else {
            put(domain.withDefinition(Optional.empty()));
        }
    }

    /** The uuid stays, and tells them apart. */
    synchronized void rename(UUID uuid, DomainDefinition renamed) {
        DomainRecord domain = byUuid(uuid);
        if (domain.activity().isPresent()) {
            throw new DriverException(
                    ErrorCode.OPERATION_INVALID, "cannot rename active domain, shut it down first");
        }
        if (find(other -> other.name().equals(renamed.name())).isPresent()) {
            throw new DriverException(
                    ErrorCode.OPERATION_INVALID,
                    "domain with name '" + renamed.name() + "' already exists");
        }
        events.put(domain.name(), DomainEvent.Kind.UNDEFINED);
        events.put(renamed.name(), DomainEvent.Kind.DEFINED);
        put(domain.withDefinition(Optional.of(renamed)));
    }

    synchronized void setAutostart(UUID uuid, boolean autostart) {
        DomainRecord domain = byUuid(uuid);
        if (domain.definition().isEmpty()) {
            throw new DriverException(
                    ErrorCode.OPERATION_INVALID, "Cannot set autostart for transient domain");
        }
        put(domain.withAutostart(autostart));
    }

    /** What a running domain was started with. */
    synchronized DomainDefinition running(UUID uuid) {
        return requireActive(uuid).definition();
    }

    void destroy(UUID uuid) {
        end(uuid, ShutOffReason.DESTROYED);
    }

    /** The init that is none does at once what it is asked for. */
    void shutdown(UUID uuid) {
        end(uuid, ShutOffReason.SHUTDOWN);
    }

    /** What runs here is over with its reboot at once. */
    void reboot(UUID uuid) {
        requireRunning(uuid);
        rebooted(uuid);
    }

    private synchronized void rebooted(UUID uuid) {
        events.put(requireActive(uuid).definition().name(), DomainEvent.Kind.REBOOTED);
    }

    synchronized void requireRunning(UUID uuid) {
        if (requireActive(uuid).paused().isPresent()) {
            throw paused();
        }
    }

    /** Its init has been killed. */
    void crash(UUID uuid) {
        end(uuid, ShutOffReason.CRASHED);
    }

    void reset(UUID uuid) {
        Activity active;
        synchronized (this) {
            active = requireActive(uuid);
            put(byUuid(uuid).started(active.restarted()));
            rebooted(uuid);
        }
        active.console().release();
    }

    synchronized void change(
            UUID uuid, Set<XmlView> documents, UnaryOperator<DomainDefinition> change) {
        Set<DomainEvent.Kind> news = EnumSet.noneOf(DomainEvent.Kind.class);
        if (documents.contains(XmlView.LIVE)) {
            Activity active = requireActive(uuid);
            DomainDefinition changed = change.apply(active.definition());
            put(byUuid(uuid).started(active.with(changed)));
            news.addAll(DomainEvent.Kind.of(active.definition(), changed));
        }
        if (documents.contains(XmlView.INACTIVE)) {
            DomainRecord domain = byUuid(uuid);
            DomainDefinition definition =
                    domain.definition()
                            .orElseThrow(
                                    () ->
                                            new DriverException(
                                                    ErrorCode.OPERATION_INVALID,
                                                    "transient domains do not have any persistent"
                                                            + " config"));
            DomainDefinition changed = change.apply(definition);
            put(domain.withDefinition(Optional.of(changed)));
            news.addAll(DomainEvent.Kind.of(definition, changed));
        }
        news.forEach(kind -> events.put(byUuid(uuid).name(), kind));
    }

    private static DriverException paused() {
        return new DriverException(
                ErrorCode.OPERATION_INVALID, "domain is paused, resume it first");
    }

    private void end(UUID uuid, ShutOffReason reason) {
        Activity ended;
        synchronized (this) {
            ended = requireActive(uuid);
            if (reason == ShutOffReason.SHUTDOWN && ended.paused().isPresent()) {
                throw paused();
            }
            forget(uuid, reason);
        }
        ended.console().end();
    }

    synchronized void suspend(UUID uuid) {
        Activity running = requireActive(uuid);
        if (running.paused().isPresent()) {
            throw new DriverException(ErrorCode.OPERATION_INVALID, "domain is already paused");
        }
        running.console().hold();
        put(byUuid(uuid).started(running.suspended()));
        events.put(running.definition().name(), DomainEvent.Kind.SUSPENDED);
    }

    void resume(UUID uuid) {
        Activity paused;
        synchronized (this) {
            paused = requireActive(uuid);
            if (paused.paused().isEmpty()) {
                throw new DriverException(ErrorCode.OPERATION_INVALID, "domain is not paused");
            }
            put(byUuid(uuid).started(paused.resumed()));
            events.put(paused.definition().name(), DomainEvent.Kind.RESUMED);
        }
        paused.console().release();
    }

    synchronized MemoryConsole console(UUID uuid) {
        return requireActive(uuid).console();
    }

    @Override
    public void close() {
        for (DomainRecord domain : all()) {
            domain.activity().ifPresent(activity -> activity.console().end());
        }
    }

    private Activity activity(DomainDefinition definition) {
        lastId++;
        events.put(definition.name(), DomainEvent.Kind.STARTED);
        long id = lastId;
        Running status = new Running(id, id, Instant.now(), RunningReason.BOOTED);
        return new Activity(
                definition,
                status,
                Optional.empty(),
                new MemoryConsole(() -> initEnded(definition.uuid(), id)));
    }

    /** Somebody ended the init from its console; unless the domain has been started anew since. */
    private synchronized void initEnded(UUID uuid, long id) {
        DomainRecord domain = domains.get(uuid);
        if (domain != null && domain.id().isPresent() && domain.id().getAsLong() == id) {
            forget(uuid, ShutOffReason.SHUTDOWN);
        }
    }

    private void forget(UUID uuid, ShutOffReason reason) {
        DomainRecord domain = byUuid(uuid);
        events.put(
                domain.name(),
                switch (reason) {
                    case SHUTDOWN -> DomainEvent.Kind.SHUT_DOWN;
                    case DESTROYED -> DomainEvent.Kind.DESTROYED;
                    case CRASHED -> DomainEvent.Kind.CRASHED;
                    case FAILED, UNKNOWN -> DomainEvent.Kind.FAILED;
                });
        if (domain.definition().isEmpty()) {
            domains.remove(uuid);
        } else {
            put(domain.ended(reason));
        }
    }

    private Activity requireActive(UUID uuid) {
        return byUuid(uuid)
                .activity()
                .orElseThrow(
                        () ->
                                new DriverException(
                                        ErrorCode.OPERATION_INVALID, "domain is not running"));
    }

    private static void refuseActive(DomainRecord domain) {
        if (domain.activity().isPresent()) {
            throw new DriverException(
                    ErrorCode.OPERATION_INVALID,
                    "domain is already active as '" + domain.name() + "'");
        }
    }

    private void refuseConflict(DomainDefinition definition) {
        DomainRecord known = domains.get(definition.uuid());
        if (known != null && !known.name().equals(definition.name())) {
            throw new DriverException(
                    ErrorCode.OPERATION_FAILED,
                    "domain '"
                            + known.name()
                            + "' is already defined with uuid "
                            + definition.uuid());
        }
        Optional<DomainRecord> namesake = find(domain -> domain.name().equals(definition.name()));
        if (namesake.isPresent() && !namesake.get().uuid().equals(definition.uuid())) {
            throw new DriverException(
                    ErrorCode.OPERATION_FAILED,
                    "domain '"
                            + definition.name()
                            + "' already exists with uuid "
                            + namesake.get().uuid());
        }
    }

    private Optional<DomainRecord> find(Predicate<DomainRecord> matches) {
        return domains.values().stream().filter(matches).findFirst();
    }

    private DomainRecord put(DomainRecord domain) {
        domains.put(domain.uuid(), domain);
        return domain;
    }

    private static DriverException missing(String what) {
        return new DriverException(ErrorCode.NO_DOMAIN, "no domain with matching " + what);
    }
}
