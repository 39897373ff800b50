package dev.vsh.driver.lxc;

import dev.vsh.cgroup.CgroupPath;
import dev.vsh.domain.DomainDefinition;
import dev.vsh.domain.RunningReason;
import dev.vsh.domain.ShutOffReason;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.lxc.store.DomainLock;
import dev.vsh.driver.lxc.store.RunRecord;
import dev.vsh.linux.ProcessId;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** A domain's record that is damaged or gone, made again from what runs: a container may not be forgotten, or started twice. */
final class LostRecord {
    private final Workshop workshop;
    private final String name;

    LostRecord(Workshop workshop, String name) {
        this.workshop = workshop;
        this.name = name;
    }

    /** Empty when nothing was lost, or somebody is at work on the domain. Call without a lock. */
    Optional<RunRecord> restore() {
        if (!workshop.run().isLost(name)) {
            return Optional.empty();
        }
        if (workshop.readOnly()) {
            return Optional.of(found());
        }
        Optional<DomainLock> held =
                DomainLock.tryAcquire(workshop.syscalls(), workshop.folders(), name);
        if (held.isEmpty()) {
            return Optional.empty();
        }
        try (DomainLock _ = held.get()) {
            return workshop.run().read(name).or(() -> Optional.of(restored()));
        }
    }

    private RunRecord restored() {
        RunRecord record = found();
        workshop.run().replace(name, record);
        Journal.restored(name, record);
        return record;
    }

    /** A helper that is only known by its number is dead: what it left is cleaned up as after any other. */
    private RunRecord found() {
        Optional<RunRecord> living =
                workshop.run().helpers().stream()
                        .flatMap(pid -> living(pid).stream())
                        .findFirst()
                        .map(RunRecord.class::cast);
        return living.or(
                        () ->
                                workshop.run()
                                        .documentId(name)
                                        .map(pid -> record(pid, Optional.empty())))
                .orElseGet(() -> new RunRecord.Ended(ShutOffReason.UNKNOWN, Optional.empty()));
    }

    /** The helper whose container is in the group that this domain's would be in. */
    private Optional<RunRecord.Active> living(long helper) {
        OptionalLong init = new HelperSocket(workshop.syscalls(), workshop.run()).initPid(helper);
        return init.isPresent()
                        && groups(init.getAsLong()).contains("/" + path(helper).machine() + ".")
                ? Optional.of(record(helper, ProcessId.of(init.getAsLong())))
                : Optional.empty();
    }

    private RunRecord.Active record(long helper, Optional<ProcessId> init) {
        CgroupPath path = path(helper);
        return new RunRecord.Active(
                init.flatMap(_ -> ProcessId.of(helper)).orElse(new ProcessId(helper, 0, "")),
                init,
                ProcessHandle.of(helper)
                        .flatMap(process -> process.info().startInstant())
                        .orElseGet(Instant::now),
                RunningReason.UNKNOWN,
                Optional.empty(),
                path.partition(),
                path.machine());
    }

    private CgroupPath path(long helper) {
        String partition =
                definition()
                        .flatMap(DomainDefinition::partition)
                        .orElse(CgroupPath.DEFAULT_PARTITION);
        return CgroupPath.of(partition, Long.toString(helper), name);
    }

    private Optional<DomainDefinition> definition() {
        try {
            return workshop.live(name).or(() -> workshop.definition(name));
        } catch (DriverException _) {
            return Optional.empty();
        }
    }

    private static String groups(long pid) {
        try {
            return Files.readString(
                    Path.of("/proc/" + pid + "/cgroup"), StandardCharsets.ISO_8859_1);
        } catch (IOException _) {
            return "";
        }
    }
}
