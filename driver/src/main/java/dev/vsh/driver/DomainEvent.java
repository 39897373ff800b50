package dev.vsh.driver;

import dev.vsh.domain.InitEnd;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that happened to a domain, whoever did it.
 *
 * @param domain its name
 * @param init how its init ended; empty unless it has stopped and somebody saw that
 */
public record DomainEvent(Instant at, String domain, Kind kind, Optional<InitEnd> init) {
    /** libvirt's lifecycle events, each with its detail. */
    public enum Kind {
        DEFINED("Defined", "Added"),
        UPDATED("Defined", "Updated"),
        UNDEFINED("Undefined", "Removed"),
        STARTED("Started", "Booted"),
        SUSPENDED("Suspended", "Paused"),
        RESUMED("Resumed", "Unpaused"),
        SHUT_DOWN("Stopped", "Shutdown"),
        DESTROYED("Stopped", "Destroyed"),
        CRASHED("Stopped", "Crashed"),
        FAILED("Stopped", "Failed");

        private final String event;
        private final String detail;

        Kind(String event, String detail) {
            this.event = event;
            this.detail = detail;
        }

        /** As {@code virsh event} prints it: {@code Started Booted}. */
        public String text() {
            return event + " " + detail;
        }
    }
}
