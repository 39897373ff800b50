package dev.vsh.driver.memory;

import dev.vsh.domain.DomainDefinition;
import dev.vsh.domain.DomainStatus;
import dev.vsh.domain.DomainStatus.Paused;
import dev.vsh.domain.DomainStatus.Running;
import dev.vsh.domain.DomainStatus.ShutOff;
import dev.vsh.domain.PausedReason;
import dev.vsh.domain.RunningReason;
import dev.vsh.domain.ShutOffReason;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * What is known of a domain at one moment. At least one of the two is present.
 *
 * @param definition what it next starts with; empty for a transient domain
 * @param activity empty when it does not run
 * @param lastEnd why it does not run
 * @param autostart whether it would begin with the host; never without a definition
 */
record DomainRecord(
        Optional<DomainDefinition> definition,
        Optional<Activity> activity,
        ShutOffReason lastEnd,
        boolean autostart) {
    /** A domain that runs, and what it was started with. */
    record Activity(
            DomainDefinition definition,
            Running running,
            Optional<PausedReason> paused,
            MemoryConsole console) {
        DomainStatus status() {
            return paused.<DomainStatus>map(reason -> new Paused(running, reason)).orElse(running);
        }

        Activity with(DomainDefinition other) {
            return new Activity(other, running, paused, console);
        }

        Activity suspended() {
            return new Activity(definition, running, Optional.of(PausedReason.USER), console);
        }

        Activity resumed() {
            return running(RunningReason.UNPAUSED);
        }

        Activity restarted() {
            return running(RunningReason.BOOTED);
        }

        private Activity running(RunningReason reason) {
            Running again = new Running(running.id(), running.initPid(), running.since(), reason);
            return new Activity(definition, again, Optional.empty(), console);
        }
    }

    /** Defined and never started. */
    static DomainRecord defined(DomainDefinition definition) {
        return new DomainRecord(
                Optional.of(definition), Optional.empty(), ShutOffReason.UNKNOWN, false);
    }

    /** Running without a definition. */
    static DomainRecord transientRunning(Activity activity) {
        return new DomainRecord(
                Optional.empty(), Optional.of(activity), ShutOffReason.UNKNOWN, false);
    }

    DomainRecord withDefinition(Optional<DomainDefinition> other) {
        return new DomainRecord(other, activity, lastEnd, autostart && other.isPresent());
    }

    DomainRecord started(Activity started) {
        return new DomainRecord(definition, Optional.of(started), lastEnd, autostart);
    }

    DomainRecord ended(ShutOffReason reason) {
        return new DomainRecord(definition, Optional.empty(), reason, autostart);
    }

    DomainRecord withAutostart(boolean wanted) {
        return new DomainRecord(definition, activity, lastEnd, wanted);
    }

    /** What it runs with, else what it would start with. */
    DomainDefinition current() {
        return activity.map(Activity::definition).or(() -> definition).orElseThrow();
    }

    /** What it would start with; for a transient domain, what it was started with. */
    DomainDefinition next() {
        return definition.or(() -> activity.map(Activity::definition)).orElseThrow();
    }

    String name() {
        return current().name();
    }

    UUID uuid() {
        return current().uuid();
    }

    OptionalLong id() {
        return activity.map(each -> OptionalLong.of(each.running().id()))
                .orElse(OptionalLong.empty());
    }

    DomainStatus status() {
        return activity.map(Activity::status).orElseGet(() -> new ShutOff(lastEnd));
    }
}
