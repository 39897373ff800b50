package dev.vsh.shell.verb;

import dev.vsh.domain.DomainStatus;
import dev.vsh.driver.Domain;

import java.util.OptionalLong;

/** A domain as it was when {@code list} looked at it. */
record ListedDomain(Domain domain, DomainStatus status) {
    /** Those that run by id, then the others by name. */
    static int order(ListedDomain one, ListedDomain other) {
        int byId = Long.compare(one.rank(), other.rank());
        return byId != 0 ? byId : one.domain().name().compareToIgnoreCase(other.domain().name());
    }

    OptionalLong id() {
        return switch (status) {
            case DomainStatus.Running running -> OptionalLong.of(running.id());
            case DomainStatus.Paused paused -> OptionalLong.of(paused.before().id());
            case DomainStatus.ShutOff _ -> OptionalLong.empty();
        };
    }

    private long rank() {
        return id().orElse(Long.MAX_VALUE);
    }
}
