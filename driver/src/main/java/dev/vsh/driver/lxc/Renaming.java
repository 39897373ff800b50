package dev.vsh.driver.lxc;

import dev.vsh.domain.DomainDefinition;
import dev.vsh.driver.DomainDocument;
import dev.vsh.driver.DomainEvent;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.driver.lxc.store.DomainLock;
import dev.vsh.driver.lxc.store.RunRecord;

/** Gives a domain that is shut off another name; its uuid, its mark for autostart, its last end and its log stay. */
final class Renaming {
    private final Workshop workshop;
    private final String from;
    private final String to;

    Renaming(Workshop workshop, String from, String to) {
        this.workshop = workshop;
        this.from = from;
        this.to = to;
    }

    void make() {
        // Two who exchange names wait for each other unless both begin with the same lock.
        boolean forward = from.compareTo(to) < 0;
        try (DomainLock first = workshop.lock(forward ? from : to);
                DomainLock second = workshop.lock(forward ? to : from)) {
            rename(forward ? first : second);
        }
    }

    private void rename(DomainLock old) {
        if (workshop.definitions().exists(to) || isActive(to)) {
            throw new DriverException(
                    ErrorCode.OPERATION_INVALID, "domain with name '" + to + "' already exists");
        }
        if (isActive(from)) {
            throw new DriverException(
                    ErrorCode.OPERATION_INVALID, "cannot rename active domain, shut it down first");
        }
        requireValidName();
        workshop.definitions().rename(from, to);
        finish();
        workshop.announce(from, DomainEvent.Kind.UNDEFINED);
        workshop.announce(to, DomainEvent.Kind.DEFINED);
        workshop.forget(from, old);
    }

    /**
     * What remains once the definition's file has its new name, which is what decides. After a crash somebody else does
     * it, and what the domain has been given meanwhile stays. Call with both locks held.
     */
    void finish() {
        workshop.definition(to)
                .map(workshop.documents()::write)
                .ifPresent(document -> workshop.definitions().write(to, document));
        if (workshop.definitions().isAutostart(from)) {
            workshop.definitions().setAutostart(to, true);
            workshop.definitions().setAutostart(from, false);
        }
        if (workshop.run().read(to).isEmpty()) {
            workshop.run().read(from).ifPresent(end -> workshop.run().write(to, end));
        }
        workshop.run().deleteStatus(from);
        workshop.log(from).rename(to);
    }

    private boolean isActive(String name) {
        return workshop.run().read(name).filter(RunRecord.Active.class::isInstance).isPresent();
    }

    /** As a document of the user's is, with every rule for names. */
    private void requireValidName() {
        DomainDefinition definition =
                workshop.definition(from)
                        .orElseThrow(
                                () ->
                                        new DriverException(
                                                ErrorCode.OPERATION_INVALID,
                                                "cannot rename a transient domain"));
        workshop.documents()
                .read(DomainDocument.of(workshop.documents().write(definition.withName(to)), from));
    }
}
