package dev.vsh.driver.lxc;

import dev.vsh.domain.DomainDefinition;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.driver.lxc.store.DefinitionStore;
import dev.vsh.driver.lxc.store.DomainLock;
import dev.vsh.driver.lxc.store.Folders;
import dev.vsh.driver.lxc.store.RunRecord;
import dev.vsh.driver.lxc.store.RunStore;
import dev.vsh.linux.Syscalls;

import java.util.Optional;

/** What the verbs of one connection share. */
record Workshop(
        Syscalls syscalls,
        Folders folders,
        DefinitionStore definitions,
        RunStore run,
        Documents documents,
        Reality reality,
        boolean readOnly) {

    void requireWritable() {
        if (readOnly) {
            throw new DriverException(
                    ErrorCode.OPERATION_DENIED, "read only access prevents this operation");
        }
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
     * left is cleaned up on the way, where this process may.
     */
    Optional<RunRecord> current(String name) {
        return run.read(name)
                .map(
                        record ->
                                switch (record) {
                                    case RunRecord.Ended _ -> record;
                                    case RunRecord.Active active ->
                                            active.helper().isAlive()
                                                    ? active
                                                    : settled(name, active);
                                });
    }

    private RunRecord settled(String name, RunRecord.Active active) {
        RunRecord.Ended ended = new RunRecord.Ended(reality.reason(name, active));
        if (readOnly) {
            return ended;
        }
        try (DomainLock lock = lock(name)) {
            // Somebody else may have been quicker, and the domain may even run again.
            Optional<RunRecord> now = run.read(name);
            if (now.equals(Optional.of(active))) {
                reality.settle(name, active, ended.reason());
                forget(name, lock);
                return ended;
            }
            return now.orElse(ended);
        } catch (DriverException _) {
            // The truth can be told without the right to clean up; whoever has it will.
            return ended;
        }
    }

    /**
     * Removes the lock's file when nothing else is left of a domain, and its log unless somebody may want to read that:
     * what a helper wrote on it is the only trace of its trouble.
     */
    void forget(String name, DomainLock lock) {
        if (!definitions.exists(name) && run.read(name).isEmpty()) {
            new ContainerLog(folders.log(), name).removeIfOurs();
            lock.removeFile();
        }
    }

    /** The definition for the next start. */
    Optional<DomainDefinition> definition(String name) {
        return definitions
                .read(name)
                .map(text -> documents.readStored(text, definitions.file(name).toString()));
    }
}
