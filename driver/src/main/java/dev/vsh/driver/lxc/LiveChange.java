package dev.vsh.driver.lxc;

import dev.vsh.cgroup.CgroupPath;
import dev.vsh.domain.DeviceAction;
import dev.vsh.domain.DomainDefinition;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.driver.lxc.store.RunRecord;
import dev.vsh.helper.protocol.ChangeOrder;
import dev.vsh.helper.protocol.LaunchReport;
import dev.vsh.linux.ProcessId;
import dev.vsh.plan.ProgramEncoder;
import dev.vsh.plan.SetupCompiler;
import dev.vsh.plan.SetupProgram;

import java.util.Locale;

/**
 * Changes a device of a running container, by way of its helper, which undoes what it cannot finish. Call with the
 * domain's lock held.
 */
final class LiveChange {
    private final Workshop workshop;
    private final String name;
    private final RunRecord.Active active;

    LiveChange(Workshop workshop, String name, RunRecord.Active active) {
        this.workshop = workshop;
        this.name = name;
        this.active = active;
    }

    void make(DeviceKind device, DeviceAction action) {
        String id = Long.toString(active.helper().pid());
        DomainDefinition before = InterfaceNames.live(document(), id);
        DomainDefinition after = InterfaceNames.live(device.changed(action, before), id);
        Host host = Host.read();
        SupportCheck.require(after, host);
        requireOwnNetwork(before, after);
        NetworkSources networks = workshop.networks();
        DomainDefinition plugged = networks.joined(after);
        boolean done = false;
        try {
            DeviceKind.Live live =
                    device.live(action, networks.resolved(before), plugged, container(host));
            require(action, live, order(action, live, next(plugged, host, id)));
            done = true;
        } finally {
            networks.moved(done ? before : after, done ? after : before);
        }
        workshop.writeLiveDocument(
                after, active.helper().pid(), active.init().map(ProcessId::pid).orElse(0L));
    }

    private LiveContainer container(Host host) {
        return new LiveContainer(
                workshop.syscalls(),
                host,
                workshop.planner(host),
                new CgroupPath(active.partition(), active.machine()),
                active.init().map(ProcessId::pid).orElse(0L));
    }

    /** What would make the container as it is after the change. */
    private SetupProgram next(DomainDefinition plugged, Host host, String id) {
        return SetupCompiler.compile(workshop.planner(host).plan(plugged, id));
    }

    private static ChangeOrder order(DeviceAction action, DeviceKind.Live live, SetupProgram next) {
        return new ChangeOrder(
                what(action),
                live.device(),
                ProgramEncoder.encode(live.program()),
                ProgramEncoder.encode(next));
    }

    private DomainDefinition document() {
        return workshop.run()
                .document(name)
                .map(text -> workshop.documents().readStored(text, name))
                .orElseThrow(
                        () ->
                                new DriverException(
                                        ErrorCode.OPERATION_INVALID, "domain is not running"));
    }

    /** What is put into a container that shares its network is put into the host's, or another container's. */
    private void requireOwnNetwork(DomainDefinition before, DomainDefinition after) {
        if (after.devices().bringNetwork()
                && !before.devices().bringNetwork()
                && !before.features().privateNetwork()) {
            throw new DriverException(
                    ErrorCode.OPERATION_INVALID,
                    "domain '"
                            + name
                            + "' runs in the host's network: attach it with --config and start the"
                            + " domain again, or give it <privnet/>");
        }
    }

    private static ChangeOrder.Action what(DeviceAction action) {
        return switch (action) {
            case ATTACH -> ChangeOrder.Action.ATTACH;
            case UPDATE -> ChangeOrder.Action.UPDATE;
            case DETACH -> ChangeOrder.Action.DETACH;
        };
    }

    private void require(DeviceAction action, DeviceKind.Live live, ChangeOrder order) {
        LaunchReport report =
                new HelperSocket(workshop.syscalls(), workshop.run())
                        .order(active.helper().pid(), order)
                        .orElseThrow(
                                () ->
                                        failure(
                                                action,
                                                live,
                                                "its helper does not answer, the domain is just"
                                                        + " ending"));
        if (!(report instanceof LaunchReport.Started)) {
            throw failure(action, live, new LaunchFailure(live.program()).reason(report));
        }
    }

    private DriverException failure(DeviceAction action, DeviceKind.Live live, String why) {
        return new DriverException(
                ErrorCode.OPERATION_FAILED,
                "cannot %s %s of domain '%s': %s"
                        .formatted(
                                action.name().toLowerCase(Locale.ROOT), live.device(), name, why));
    }
}
