package dev.vsh.driver.lxc;

import dev.vsh.cgroup.Freezer;
import dev.vsh.domain.DomainDefinition;
import dev.vsh.domain.DomainStatus;
import dev.vsh.domain.InitEnd;
import dev.vsh.domain.PausedReason;
import dev.vsh.domain.ShutOffReason;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.driver.lxc.store.RunRecord;
import dev.vsh.linux.ProcessId;

import java.util.Optional;

/** What runs of a domain, looked at anew each time, and what a verb requires of it. */
record CurrentRun(Workshop workshop, String name) {
    DomainStatus status() {
        Optional<RunRecord> record = workshop.current(name);
        if (record.isEmpty()) {
            if (!workshop.definitions().exists(name)) {
                throw gone();
            }
            return new DomainStatus.ShutOff(ShutOffReason.UNKNOWN);
        }
        return switch (record.get()) {
            case RunRecord.Ended(ShutOffReason reason, Optional<InitEnd> init) ->
                    new DomainStatus.ShutOff(reason, init);
            case RunRecord.Active active -> status(active);
        };
    }

    /** Whether it is paused, the kernel alone says: whoever asked for it may be long gone. */
    private DomainStatus status(RunRecord.Active active) {
        DomainStatus.Running running =
                new DomainStatus.Running(
                        active.helper().pid(),
                        active.init().map(ProcessId::pid).orElse(0L),
                        active.since(),
                        active.reason());
        boolean paused =
                workshop.reality().cgroup(active).freezer().filter(Freezer::isFrozen).isPresent();
        return paused ? new DomainStatus.Paused(running, PausedReason.USER) : running;
    }

    Optional<RunRecord.Active> active() {
        return workshop.current(name)
                .filter(RunRecord.Active.class::isInstance)
                .map(RunRecord.Active.class::cast);
    }

    RunRecord.Active requireActive() {
        return active().orElseThrow(CurrentRun::notRunning);
    }

    /** The same run, as its record says now that the lock is held; somebody may have ended it before. */
    RunRecord.Active requireStill(RunRecord.Active seen) {
        return workshop.run()
                .read(name)
                .filter(RunRecord.Active.class::isInstance)
                .map(RunRecord.Active.class::cast)
                .filter(now -> now.helper().equals(seen.helper()))
                .orElseThrow(CurrentRun::notRunning);
    }

    RunRecord.Active requireAwake() {
        RunRecord.Active active = requireActive();
        if (status(active) instanceof DomainStatus.Paused) {
            throw new DriverException(
                    ErrorCode.OPERATION_INVALID, "domain is paused, resume it first");
        }
        return active;
    }

    ProcessId requireInit(RunRecord.Active active) {
        return active.init()
                .filter(ProcessId::isAlive)
                .orElseThrow(
                        () ->
                                new DriverException(
                                        ErrorCode.OPERATION_INVALID,
                                        "domain '"
                                                + name
                                                + "' is starting again or has just ended"));
    }

    DomainDefinition liveDefinition() {
        return liveDocument()
                .map(text -> workshop.documents().readStored(text, name))
                .or(() -> workshop.definition(name))
                .orElseThrow(this::gone);
    }

    Optional<String> liveDocument() {
        return active().flatMap(_ -> workshop.run().document(name));
    }

    private static DriverException notRunning() {
        return new DriverException(ErrorCode.OPERATION_INVALID, "domain is not running");
    }

    DriverException gone() {
        return new DriverException(
                ErrorCode.NO_DOMAIN, "no domain with matching name '" + name + "'");
    }
}
