package dev.vsh.driver.lxc;

import dev.vsh.cgroup.Freezer;
import dev.vsh.domain.RunningReason;
import dev.vsh.driver.DomainEvent;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.driver.lxc.store.RunRecord;
import dev.vsh.linux.ProcessId;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;

/** Pauses a running domain and lets it go on. Call with its lock held. */
final class Suspension {
    private final Workshop workshop;
    private final String name;
    private final RunRecord.Active active;

    Suspension(Workshop workshop, String name, RunRecord.Active active) {
        this.workshop = workshop;
        this.name = name;
        this.active = active;
    }

    void suspend() {
        Freezer freezer = freezer();
        if (freezer.isFrozen()) {
            throw new DriverException(ErrorCode.OPERATION_INVALID, "domain is already paused");
        }
        try {
            if (!freezer.freeze()) {
                throw new DriverException(
                        ErrorCode.OPERATION_TIMEOUT,
                        "cannot suspend domain '"
                                + name
                                + "': a process in it has not stopped within ten seconds; it goes"
                                + " on");
            }
        } catch (UncheckedIOException e) {
            throw refused("suspend", e);
        }
        requireInit(freezer);
        workshop.announce(name, DomainEvent.Kind.SUSPENDED);
    }

    /** The helper gives a rebooting container a new init, and that one would be stuck on its way into a frozen group. */
    private void requireInit(Freezer freezer) {
        if (active.init().filter(ProcessId::isAlive).isEmpty()) {
            freezer.thaw();
            throw new DriverException(
                    ErrorCode.OPERATION_INVALID,
                    "domain '" + name + "' is starting again or has just ended");
        }
    }

    void resume() {
        Freezer freezer = freezer();
        if (!freezer.isFrozen()) {
            throw new DriverException(ErrorCode.OPERATION_INVALID, "domain is not paused");
        }
        try {
            if (!freezer.thaw()) {
                throw new DriverException(
                        ErrorCode.OPERATION_FAILED,
                        "cannot resume domain '"
                                + name
                                + "': a cgroup above it is frozen, thaw '"
                                + active.partition()
                                + "' or what that is in");
            }
        } catch (UncheckedIOException e) {
            throw refused("resume", e);
        }
        workshop.run().write(name, active.withReason(RunningReason.UNPAUSED));
        workshop.announce(name, DomainEvent.Kind.RESUMED);
    }

    private Freezer freezer() {
        return workshop.reality()
                .cgroup(active)
                .freezer()
                .orElseThrow(
                        () ->
                                new DriverException(
                                        ErrorCode.NO_SUPPORT,
                                        "cannot suspend or resume domain '"
                                                + name
                                                + "': this host has no freezer: mount -t cgroup -o"
                                                + " freezer freezer /sys/fs/cgroup/freezer"));
    }

    private DriverException refused(String verb, UncheckedIOException e) {
        String what = "cannot " + verb + " domain '" + name + "': ";
        return switch (Objects.requireNonNull(e.getCause())) {
            case AccessDeniedException _ ->
                    new DriverException(
                            ErrorCode.OPERATION_DENIED,
                            what + "it belongs to another user, try again as root",
                            e);
            case NoSuchFileException _ ->
                    new DriverException(ErrorCode.OPERATION_INVALID, "domain is not running", e);
            case IOException cause ->
                    new DriverException(ErrorCode.SYSTEM_ERROR, what + cause.getMessage(), e);
        };
    }
}
