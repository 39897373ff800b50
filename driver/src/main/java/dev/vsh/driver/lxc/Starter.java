package dev.vsh.driver.lxc;

import dev.vsh.cgroup.CgroupPath;
import dev.vsh.domain.Devices;
import dev.vsh.domain.DomainDefinition;
import dev.vsh.domain.Filesystem;
import dev.vsh.domain.FilesystemSource;
import dev.vsh.domain.LiveDetails;
import dev.vsh.domain.RunningReason;
import dev.vsh.domain.ShutOffReason;
import dev.vsh.driver.DomainEvent;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.driver.StartRequest;
import dev.vsh.driver.lxc.hook.HookMoment;
import dev.vsh.driver.lxc.hook.HookScripts;
import dev.vsh.driver.lxc.store.RunRecord;
import dev.vsh.driver.lxc.store.RunStore;
import dev.vsh.helper.protocol.LaunchReport;
import dev.vsh.helper.protocol.LaunchRequest;
import dev.vsh.linux.ProcessId;
import dev.vsh.plan.ContainerPlan;
import dev.vsh.plan.ProgramEncoder;
import dev.vsh.plan.SetupCompiler;
import dev.vsh.plan.SetupProgram;
import dev.vsh.plan.WindowSize;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Starts a domain. Call with its lock held. */
final class Starter {
    /** Longer than it takes to attach, short enough for somebody who never does. */
    private static final int LINGER_MILLIS = 3000;

    private final Workshop workshop;

    Starter(Workshop workshop) {
        this.workshop = workshop;
    }

    void start(DomainDefinition definition, StartRequest request) {
        String name = definition.name();
        if (workshop.run().read(name).filter(RunRecord.Active.class::isInstance).isPresent()) {
            throw new DriverException(
                    ErrorCode.OPERATION_INVALID, "domain '" + name + "' is already active");
        }
        Host host = Host.read();
        workshop.helpers().waiting().ifPresent(pid -> GracePeriod.begin(host.cgroups(), pid));
        SupportCheck.require(definition, host);
        ContainerLog log = workshop.log(name);
        ContainerLog.Begun begun = log.begin();
        try {
            start(definition, request, host, begun.file());
        } catch (RuntimeException e) {
            log.note("not started: " + e.getMessage());
            throw e;
        }
        // Not before: of a start that fails, there is something worse to be told.
        begun.trouble().ifPresent(trouble -> Journal.logLost(name, trouble));
    }

    private void start(DomainDefinition definition, StartRequest request, Host host, Path log) {
        String name = definition.name();
        HookScripts hooks = workshop.hooks().look();
        hooks.run(name, HookMoment.PREPARE, () -> text(definition));
        boolean started = false;
        try {
            launch(new Order(definition, request, host, hooks), log);
            started = true;
        } finally {
            if (!started) {
                workshop.endHooks().around(name, () -> text(definition), () -> false);
            }
        }
    }

    /** What is to be started, and what for. */
    private record Order(
            DomainDefinition definition, StartRequest request, Host host, HookScripts hooks) {}

    private String text(DomainDefinition definition) {
        return workshop.documents().write(definition);
    }

    private void launch(Order order, Path log) {
        HelperProcess helper = workshop.helpers().take(log);
        boolean started = false;
        try {
            launch(order, helper);
            started = true;
        } finally {
            if (!started) {
                helper.kill();
            }
        }
    }

    private void launch(Order order, HelperProcess helper) {
        DomainDefinition definition = order.definition();
        String name = definition.name();
        String pid = Long.toString(helper.pid());
        SetupProgram program = SetupCompiler.compile(plan(order, pid));
        CgroupPath cgroup = ContainerPlanner.cgroupPath(definition, pid);
        RunRecord.Active record =
                new RunRecord.Active(
                        helper.id(),
                        Optional.empty(),
                        Instant.now(),
                        RunningReason.BOOTED,
                        Optional.empty(),
                        cgroup.partition(),
                        cgroup.machine());
        DomainDefinition live = withRoot(definition);
        try {
            // Before anything is made: whoever finds a dead helper's record knows what to look for.
            workshop.run()
                    .writeDocument(
                            name,
                            workshop.documents()
                                    .write(
                                            InterfaceNames.live(live, pid),
                                            new LiveDetails(helper.pid(), List.of())));
            workshop.run().write(name, record);
            hook(order, HookMoment.START);
            LaunchReport report = helper.launch(launchRequest(order, live, helper, program));
            long initPid = new StartFailure(name, program).initPid(report);
            recordStart(live, record, initPid);
            hook(order, HookMoment.STARTED);
            workshop.announce(name, DomainEvent.Kind.STARTED);
        } catch (RuntimeException e) {
            undo(name, helper, record, e);
            throw e;
        }
    }

    /** What the planner refuses, it refuses before a network is started. */
    private ContainerPlan plan(Order order, String pid) {
        DomainDefinition definition = order.definition();
        ContainerPlanner planner = workshop.planner(order.host());
        NetworkSources networks = workshop.networks();
        ContainerPlan plan = planner.plan(networks.resolved(definition), pid);
        ImageUsers.ofThisHost().requireNone(plan);
        ContainerPlan decided =
                networks.areUsedBy(definition)
                        ? planner.plan(networks.joined(definition), pid)
                        : plan;
        return order.request()
                .consoleSize()
                .map(size -> decided.withFirstConsole(new WindowSize(size.columns(), size.rows())))
                .orElse(decided);
    }

    private LaunchRequest launchRequest(
            Order order, DomainDefinition live, HelperProcess helper, SetupProgram program) {
        HelperSettings settings = HelperSettings.fromProperties();
        return new LaunchRequest(
                helper.log().toString(),
                workshop.run().folder().toString(),
                RunStore.socketName(helper.pid()),
                workshop.run().exitName(live.name()),
                EndActionPlanner.of(live.lifecycleActions()),
                order.request().awaitConsole() ? LINGER_MILLIS : 0,
                settings.deadlineMillis(),
                settings.faults(),
                workshop.endHooks().lastLook(order.hooks(), live.name(), helper.pid()),
                ProgramEncoder.encode(program));
    }

    private void recordStart(DomainDefinition live, RunRecord.Active record, long initPid) {
        // Ended already? Then the record says so on the next look, by way of the helper.
        Optional<ProcessId> init = ProcessId.of(initPid);
        workshop.run().write(live.name(), init.map(record::withInit).orElse(record));
        workshop.writeLiveDocument(live, record.helper().pid(), initPid);
    }

    private void hook(Order order, HookMoment moment) {
        String name = order.definition().name();
        order.hooks().run(name, moment, () -> workshop.run().document(name).orElseThrow());
    }

    /** The first failure is the one that is told; what goes wrong on the way back hangs on it. */
    private void undo(
            String name, HelperProcess helper, RunRecord.Active record, RuntimeException failure) {
        helper.kill();
        try {
            workshop.reality().settle(name, record, ShutOffReason.FAILED);
        } catch (RuntimeException cleanup) {
            failure.addSuppressed(cleanup);
            Journal.undoFailed(name, cleanup);
        }
    }

    /** As libvirt: the live document says what the root is when the definition does not. */
    private static DomainDefinition withRoot(DomainDefinition definition) {
        Devices devices = definition.devices();
        if (devices.filesystems().stream().anyMatch(Filesystem::isRoot)) {
            return definition;
        }
        List<Filesystem> filesystems = new ArrayList<>();
        filesystems.add(
                new Filesystem(
                        new FilesystemSource.Mount("/"),
                        "/",
                        false,
                        "passthrough",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of()));
        filesystems.addAll(devices.filesystems());
        return definition.withDevices(devices.withFilesystems(filesystems));
    }
}
