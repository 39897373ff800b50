package dev.vsh.driver.lxc.network;

import dev.vsh.driver.DriverException;
import dev.vsh.driver.lxc.store.DomainLock;
import dev.vsh.driver.lxc.store.Leavings;
import dev.vsh.driver.lxc.store.NetworkRun;

import java.util.Optional;
import java.util.TreeSet;

/** Removes what is left of networks whose start or end was cut off. */
final class NetworkMending {
    private final NetworkWorkshop workshop;
    private final Leavings leavings;

    NetworkMending(NetworkWorkshop workshop) {
        this.workshop = workshop;
        this.leavings = new Leavings(workshop.folders());
    }

    /** Looks at names that nobody is at work on; call without a lock. */
    void make() {
        TreeSet<String> names = new TreeSet<>(leavings.names());
        names.addAll(workshop.run().names());
        names.stream().filter(this::isCutOff).forEach(this::mend);
    }

    /** A whole record whose bridge is not here may be of a network elsewhere: nobody's to remove but its start's. */
    private boolean isCutOff(String name) {
        return workshop.record(name)
                .map(NetworkRun::isHalf)
                .orElseGet(() -> !workshop.definitions().exists(name));
    }

    private void mend(String name) {
        try {
            Optional<DomainLock> held =
                    DomainLock.tryAcquire(workshop.syscalls(), workshop.folders(), name);
            if (held.isPresent()) {
                try (DomainLock lock = held.get()) {
                    mend(name, lock);
                }
            }
        } catch (DriverException _) {
            // Whoever has the right to will; and a start does the same, and says what it cannot.
        }
    }

    private void mend(String name, DomainLock lock) {
        if (!isCutOff(name)) {
            return;
        }
        workshop.record(name)
                .ifPresent(
                        left -> {
                            new NetworkStarter(workshop).destroy(name, left);
                            NetworkJournal.removed(name);
                        });
        if (!workshop.definitions().exists(name)) {
            leavings.remove(name);
            lock.removeFile();
        }
    }
}
