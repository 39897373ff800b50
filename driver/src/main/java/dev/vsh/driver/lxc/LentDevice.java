package dev.vsh.driver.lxc;

import dev.vsh.domain.DeviceAction;
import dev.vsh.domain.DomainDefinition;
import dev.vsh.domain.HostDevice;
import dev.vsh.domain.KeyedChange;
import dev.vsh.plan.ChangeCompiler;
import dev.vsh.plan.InterfacePlan;
import dev.vsh.plan.SetupProgram;

/** An interface that the host lends: {@code <hostdev mode='capabilities' type='net'>}. */
record LentDevice(KeyedChange<HostDevice> change, HostDevice.Net lent) implements DeviceKind {
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
        return new Live(change.called(), program(action));
    }

    private SetupProgram program(DeviceAction action) {
        InterfacePlan plan = InterfacePlanner.borrowed(lent);
        return switch (action) {
            case ATTACH -> ChangeCompiler.attach(plan);
            case DETACH -> ChangeCompiler.detach(plan);
            case UPDATE -> throw KnownDevices.notUpdated(change.device());
        };
    }
}
