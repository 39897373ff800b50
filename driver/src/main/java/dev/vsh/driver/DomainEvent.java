package dev.vsh.driver;

import dev.vsh.domain.DomainDefinition;
import dev.vsh.domain.InitEnd;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Something that happened to a domain, whoever did it.
 *
 * @param domain its name
 * @param init how its init ended; empty unless it has stopped and somebody saw that
 */
public record DomainEvent(Instant at, String domain, Kind kind, Optional<InitEnd> init) {
    /** What listeners choose by. */
    public enum Type {
        /** A domain is in another state, or there, or gone. */
        LIFECYCLE("lifecycle"),

        /** It runs on, and its init is another one. */
        REBOOT("reboot"),

        /** What stands in its document for people and programs. */
        METADATA_CHANGE("metadata-change");

        private final String text;

        Type(String text) {
            this.text = text;
        }

        /** As libvirt calls it. */
        public String text() {
            return text;
        }
    }

    /** libvirt's events, each with its detail. */
    public enum Kind {
        DEFINED(Type.LIFECYCLE, "Defined Added"),
        UPDATED(Type.LIFECYCLE, "Defined Updated"),
        UNDEFINED(Type.LIFECYCLE, "Undefined Removed"),
        STARTED(Type.LIFECYCLE, "Started Booted"),
        SUSPENDED(Type.LIFECYCLE, "Suspended Paused"),
        RESUMED(Type.LIFECYCLE, "Resumed Unpaused"),
        SHUT_DOWN(Type.LIFECYCLE, "Stopped Shutdown"),
        DESTROYED(Type.LIFECYCLE, "Stopped Destroyed"),
        CRASHED(Type.LIFECYCLE, "Stopped Crashed"),
        FAILED(Type.LIFECYCLE, "Stopped Failed"),
        REBOOTED(Type.REBOOT, ""),
        DESCRIPTION_CHANGED(Type.METADATA_CHANGE, "description"),
        TITLE_CHANGED(Type.METADATA_CHANGE, "title"),
        ELEMENT_CHANGED(Type.METADATA_CHANGE, "element");

        private final Type type;
        private final String text;

        Kind(Type type, String text) {
            this.type = type;
            this.text = text;
        }

        public Type type() {
            return type;
        }

        /** As {@code virsh event} prints it: {@code Started Booted}; nothing where the type says all. */
        public String text() {
            return text;
        }

        /** What tells two documents of a running or defined domain apart for listeners. */
        public static List<Kind> of(DomainDefinition before, DomainDefinition after) {
            List<Kind> kinds = new ArrayList<>();
            if (!before.description().equals(after.description())) {
                kinds.add(DESCRIPTION_CHANGED);
            }
            if (!before.title().equals(after.title())) {
                kinds.add(TITLE_CHANGED);
            }
            if (!before.metadata().equals(after.metadata())) {
                kinds.add(ELEMENT_CHANGED);
            }
            return kinds;
        }
    }
}
