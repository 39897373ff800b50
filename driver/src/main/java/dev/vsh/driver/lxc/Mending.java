package dev.vsh.driver.lxc;

import dev.vsh.cgroup.CgroupPath;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.lxc.store.DomainLock;
import dev.vsh.driver.lxc.store.Leavings;
import dev.vsh.driver.lxc.store.RunRecord;
import dev.vsh.linux.SyscallException;

import java.util.Optional;

/** Finishes what was cut off when it had been decided, and removes what was cut off before. */
final class Mending {
    private final Workshop workshop;
    private final Leavings leavings;

    Mending(Workshop workshop) {
        this.workshop = workshop;
        this.leavings = new Leavings(workshop.folders());
    }

    /** Looks at names that nobody is at work on; call without a lock. */
    void make() {
        leavings.names().stream().filter(name -> !isActive(name)).forEach(this::mend);
        endLost();
    }

    private void endLost() {
        try {
            workshop.reality().endLost(this::isRecorded);
        } catch (DriverException | SyscallException _) {
            // Whoever has the right to will.
        }
    }

    private boolean isRecorded(CgroupPath path) {
        return workshop.run().names().stream()
                .flatMap(name -> workshop.run().read(name).stream())
                .anyMatch(
                        record ->
                                record instanceof RunRecord.Active active
                                        && active.machine().equals(path.machine()));
    }

    private void mend(String name) {
        try {
            Optional<DomainLock> held = tryLock(name);
            if (held.isPresent()) {
                try (DomainLock lock = held.get()) {
                    mend(name, lock);
                }
            }
        } catch (DriverException _) {
            // Whoever has the right to will.
        }
    }

    private Optional<DomainLock> tryLock(String name) {
        return DomainLock.tryAcquire(workshop.syscalls(), workshop.folders(), name);
    }

    private void mend(String name, DomainLock lock) {
        if (workshop.definitions().exists(name) || isActive(name)) {
            return;
        }
        Optional<String> successor = successor(name);
        if (successor.isPresent()) {
            Optional<DomainLock> held = tryLock(successor.get());
            if (held.isEmpty()) {
                return;
            }
            try (DomainLock _ = held.get()) {
                new Renaming(workshop, name, successor.get()).finish();
                Journal.renamed(name, successor.get());
            }
        }
        leavings.remove(name);
        workshop.log(name).removeIfOurs();
        lock.removeFile();
    }

    private boolean isActive(String name) {
        return workshop.run().read(name).filter(RunRecord.Active.class::isInstance).isPresent();
    }

    /** The domain that was to be called otherwise, and whose document does not know of it yet. */
    private Optional<String> successor(String name) {
        return workshop.definitions().names().stream()
                .filter(other -> isCalled(name, other))
                .findFirst();
    }

    private boolean isCalled(String name, String file) {
        try {
            return workshop.storedName(file).equals(Optional.of(name));
        } catch (DriverException _) {
            return false;
        }
    }
}
