package dev.vsh.driver.lxc.network;

import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.driver.lxc.store.DefinitionStore;
import dev.vsh.driver.lxc.store.DomainLock;
import dev.vsh.driver.lxc.store.Folders;
import dev.vsh.driver.lxc.store.NetworkRun;
import dev.vsh.driver.lxc.store.NetworkRunStore;
import dev.vsh.linux.Syscalls;
import dev.vsh.network.NetworkDefinition;

import java.util.Optional;

/**
 * What the verbs for networks share.
 *
 * @param folders those of networks
 */
record NetworkWorkshop(
        Syscalls syscalls,
        Folders folders,
        DefinitionStore definitions,
        NetworkRunStore run,
        NetworkDocuments documents,
        HostLinks links,
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

    boolean isKnown(String name) {
        return definitions.exists(name) || active(name).isPresent();
    }

    /** What the run folder says, checked against the kernel: an active network has its bridge. */
    Optional<NetworkRun> active(String name) {
        return record(name).filter(this::hasBridge);
    }

    /** What the run folder says; where that is damaged, what else is known. */
    Optional<NetworkRun> record(String name) {
        return run.read(name).or(() -> new LostRecord(this, name).find());
    }

    private boolean hasBridge(NetworkRun record) {
        return record.index() != 0
                && links.index(record.bridge()).stream().anyMatch(i -> i == record.index());
    }

    /** The definition for the next start. */
    Optional<NetworkDefinition> definition(String name) {
        return definitions
                .read(name)
                .map(text -> documents.readStored(text, definitions.file(name).toString()));
    }

    /** What an active network was started as. */
    Optional<NetworkDefinition> live(String name) {
        return run.document(name)
                .map(text -> documents.readStored(text, run.documentFile(name).toString()));
    }

    /** Removes the lock's file when nothing else is left of a network. */
    void forget(String name, DomainLock lock) {
        if (!definitions.exists(name) && record(name).isEmpty()) {
            lock.removeFile();
        }
    }
}
