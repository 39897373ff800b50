package dev.vsh.domain;

import java.time.Instant;
import java.util.Optional;

/** Whether a container runs and why it is so: libvirt's states, each with its reason. */
public sealed interface DomainStatus {
    /** libvirt's word for the state, as {@code virsh domstate} prints it. */
    String state();

    /** libvirt's word for the reason, as {@code virsh domstate --reason} prints it in parentheses. */
    String reasonText();

    /** How the last init ended: only of a domain that is shut off, and only when somebody saw it. */
    default Optional<InitEnd> init() {
        return Optional.empty();
    }

    /**
     * @param id the helper's process id, which is the domain's id as in libvirt
     * @param initPid the init's process id as the host sees it
     */
    record Running(long id, long initPid, Instant since, RunningReason reason)
            implements DomainStatus {
        @Override
        public String state() {
            return "running";
        }

        @Override
        public String reasonText() {
            return reason.text();
        }
    }

    /** Frozen; it resumes to what it was. */
    record Paused(Running before, PausedReason reason) implements DomainStatus {
        @Override
        public String state() {
            return "paused";
        }

        @Override
        public String reasonText() {
            return reason.text();
        }
    }

    /**
     * Not running, and how that came about.
     *
     * @param init how the last init ended; empty when nobody saw it, or it never ran
     */
    record ShutOff(ShutOffReason reason, Optional<InitEnd> init) implements DomainStatus {
        public ShutOff(ShutOffReason reason) {
            this(reason, Optional.empty());
        }

        @Override
        public String state() {
            return "shut off";
        }

        @Override
        public String reasonText() {
            return reason.text();
        }
    }
}
