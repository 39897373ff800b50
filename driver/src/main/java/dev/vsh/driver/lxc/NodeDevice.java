package dev.vsh.driver.lxc;

import dev.vsh.domain.Device;
import dev.vsh.domain.DeviceAction;
import dev.vsh.domain.DomainDefinition;
import dev.vsh.domain.KeyedChange;
import dev.vsh.plan.ChangeCompiler;
import dev.vsh.plan.DevicePlan;
import dev.vsh.plan.DeviceRights;

import java.util.List;

/** What is a node in the container's {@code /dev}: {@code <disk>} and most of {@code <hostdev>}. */
record NodeDevice<D extends Device>(KeyedChange<D> change) implements DeviceKind {
    @Override
    public DomainDefinition changed(DeviceAction action, DomainDefinition domain) {
        return KnownDevices.changed(change, action, domain);
    }

    @Override
    public Live live(
            DeviceAction action,
            DomainDefinition before,
            DomainDefinition after,
            LiveContainer container) {
        DeviceRights rights = container.rights(before, after);
        return new Live(
                change.called(),
                switch (action) {
                    case ATTACH ->
                            ChangeCompiler.makeNodes(
                                    added(before, after), LiveContainer.root(after), rights);
                    case DETACH -> ChangeCompiler.removeNodes(added(after, before), rights);
                    case UPDATE -> throw KnownDevices.notUpdated(change.device());
                });
    }

    private static List<DevicePlan> added(DomainDefinition without, DomainDefinition with) {
        List<DevicePlan> nodes = ContainerPlanner.devices(without);
        return ContainerPlanner.devices(with).stream()
                .filter(node -> !nodes.contains(node))
                .toList();
    }
}
