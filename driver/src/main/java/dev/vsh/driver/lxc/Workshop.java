package dev.vsh.driver.lxc;

import dev.vsh.domain.DomainDefinition;
import dev.vsh.domain.InitEnd;
import dev.vsh.domain.LiveDetails;
import dev.vsh.domain.ShutOffReason;
import dev.vsh.driver.DomainEvent;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.driver.lxc.hook.Hooks;
import dev.vsh.driver.lxc.store.DefinitionStore;
import dev.vsh.driver.lxc.store.DomainLock;
import dev.vsh.driver.lxc.store.Folders;
import dev.vsh.driver.lxc.store.Inboxes;
import dev.vsh.driver.lxc.store.RunRecord;
import dev.vsh.driver.lxc.store.RunStore;
import dev.vsh.linux.ProcessId;
import dev.vsh.linux.Syscalls;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.IntStream;

/** What the verbs of one connection share. */
record Workshop(
        Syscalls syscalls,
        Folders folders,
        DefinitionStore definitions,
        RunStore run,
        Documents documents,
        Reality reality,
        Inboxes inboxes,
        NetworkSources networks,
        Hooks hooks,
        EndHooks endHooks,
        Helpers helpers,
        SyscallFilters filters,
        boolean readOnly) {

    void requireWritable() {
        if (readOnly) {
            throw new DriverException(
                    ErrorCode.OPERATION_DENIED, "read only access prevents this operation");
        }
    }

    /** Tells whoever listens. Call with the domain's lock held, once the change is written down. */
    void announce(String name, DomainEvent.Kind kind) {
        announce(name, kind, Optional.empty());
    }

    /** The same of a stop. */
    void announce(String name, DomainEvent.Kind kind, Optional<InitEnd> init) {
        inboxes.put(new DomainEvent(Instant.now(), name, kind, init));
        String end = init.map(how -> ": " + how.text()).orElse("");
        log(name).note(kind.type().text() + " " + kind.text() + end);
    }

    ContainerLog log(String name) {
        return new ContainerLog(folders.log(), name);
    }

    NamespaceOwners namespaceOwners() {
        return new NamespaceOwners(syscalls, run);
    }

    ContainerPlanner planner(Host host) {
        return new ContainerPlanner(syscalls, host, namespaceOwners(), run.folder(), filters);
    }

    DomainLock lock(String name) {
        return DomainLock.acquire(syscalls, folders, name);
    }

    /** Whether a domain is defined, or runs, or has run without anybody having looked since. */
    boolean isKnown(String name) {
        return definitions.exists(name)
                || current(name).filter(RunRecord.Active.class::isInstance).isPresent();
    }

    /**
     * What the run folder says, checked against the kernel: an active record means a living helper. What a dead one
     * left is cleaned up on the way, where this process may. Takes the domain's lock for that, so never call it with a
     * lock held.
     */
    Optional<RunRecord> current(String name) {
        // Most domains of a long list.
        if (!run.knows(name)) {
            return Optional.empty();
        }
        return run.read(name)
                .or(() -> new LostRecord(this, name).restore())
                .map(
                        record ->
                                switch (record) {
                                    case RunRecord.Ended _ -> record;
                                    case RunRecord.Active active ->
                                            active.helper().isAlive()
                                                    ? withInit(name, active)
                                                    : settled(name, active);
                                });
    }

    /**
     * A reboot from inside gives a container a new init without any driver knowing, and a driver may have died before
     * it wrote down the first. The helper knows.
     */
    private RunRecord withInit(String name, RunRecord.Active active) {
        if (active.init().filter(ProcessId::isAlive).isPresent()) {
            return active;
        }
        OptionalLong pid = new HelperSocket(syscalls, run).initPid(active.helper().pid());
        Optional<ProcessId> init =
                pid.isPresent() ? ProcessId.of(pid.getAsLong()) : Optional.empty();
        init.ifPresent(found -> adopt(name, active, found));
        return init.map(active::withInit).orElse(active);
    }

    private void adopt(String name, RunRecord.Active active, ProcessId init) {
        if (readOnly) {
            return;
        }
        try (DomainLock _ = lock(name)) {
            if (run.read(name).equals(Optional.of(active))) {
                run.write(name, active.withInit(init));
                // Without a first one, it was its start that nobody had written down.
                if (active.init().isPresent()) {
                    announce(name, DomainEvent.Kind.REBOOTED);
                }
                run.document(name)
                        .map(text -> documents.readStored(text, name))
                        .ifPresent(
                                live -> writeLiveDocument(live, active.helper().pid(), init.pid()));
            }
        } catch (DriverException _) {
            // As with a dead helper: the truth can be told without the right to write it down.
        }
    }

    void writeLiveDocument(DomainDefinition live, long helperPid, long initPid) {
        List<String> consoles =
                IntStream.range(0, live.devices().consoles().size())
                        .mapToObj(number -> "/proc/" + initPid + "/root/dev/pts/" + number)
                        .toList();
        run.writeDocument(
                live.name(),
                documents.write(
                        networks.named(InterfaceNames.live(live, Long.toString(helperPid))),
                        new LiveDetails(helperPid, consoles)));
    }

    private RunRecord settled(String name, RunRecord.Active active) {
        RunRecord.Ended ended =
                new RunRecord.Ended(reality.reason(name, active), reality.initEnd(name, active));
        if (readOnly) {
            return ended;
        }
        try (DomainLock lock = lock(name)) {
            // Somebody else may have been quicker, and the domain may even run again.
            Optional<RunRecord> now = run.read(name);
            if (now.equals(Optional.of(active))) {
                RunRecord.Ended settled = settle(name, active, ended.reason());
                if (ended.reason() == ShutOffReason.CRASHED) {
                    Journal.crashed(name, active);
                }
                announce(name, kind(settled.reason()), settled.init());
                forget(name, lock);
                return settled;
            }
            // Or this look's lock would be what is left of a transient domain.
            forget(name, lock);
            return now.orElse(ended);
        } catch (DriverException _) {
            // The truth can be told without the right to clean up; whoever has it will.
            return ended;
        }
    }

    /** Removes what a container has left, with the hooks for that. Call with the domain's lock held. */
    RunRecord.Ended settle(String name, RunRecord.Active active, ShutOffReason reason) {
        return endHooks.around(
                name, () -> lastDocument(name), () -> reality.settle(name, active, reason));
    }

    /** What ran, else what was to run; nothing when both are damaged. */
    private String lastDocument(String name) {
        return run.soundDocument(name).or(() -> definitions.soundDocument(name)).orElse("");
    }

    private static DomainEvent.Kind kind(ShutOffReason reason) {
        return switch (reason) {
            case SHUTDOWN -> DomainEvent.Kind.SHUT_DOWN;
            case DESTROYED -> DomainEvent.Kind.DESTROYED;
            case CRASHED -> DomainEvent.Kind.CRASHED;
            case FAILED, UNKNOWN -> DomainEvent.Kind.FAILED;
        };
    }

    /**
     * Removes the lock's file when nothing else is left of a domain, and its log unless somebody may want to read that:
     * what a helper wrote on it is the only trace of its trouble.
     */
    void forget(String name, DomainLock lock) {
        if (!definitions.exists(name) && run.read(name).isEmpty()) {
            log(name).removeIfOurs();
            lock.removeFile();
        }
    }

    /** Of a domain among many; one whose documents are damaged has none to compare. */
    Optional<UUID> soundUuid(String name) {
        try {
            return uuid(name);
        } catch (DriverException _) {
            return Optional.empty();
        }
    }

    /** Empty when the domain has vanished. */
    Optional<UUID> uuid(String name) {
        return run.uuid(name).or(() -> definitions.uuid(name));
    }

    /** The definition for the next start. */
    Optional<DomainDefinition> definition(String name) {
        // The file's name is the domain's, also while a document that is being renamed says
        // otherwise.
        return stored(name).map(domain -> domain.withName(name));
    }

    /** What runs. */
    Optional<DomainDefinition> live(String name) {
        return run.document(name).map(text -> documents.readStored(text, name));
    }

    /** What a definition says itself of its name. */
    Optional<String> storedName(String name) {
        return stored(name).map(DomainDefinition::name);
    }

    private Optional<DomainDefinition> stored(String name) {
        return definitions
                .read(name)
                .map(text -> documents.readStored(text, definitions.file(name).toString()));
    }
}
