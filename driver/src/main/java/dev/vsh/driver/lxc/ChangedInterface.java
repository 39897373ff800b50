package dev.vsh.driver.lxc;

import dev.vsh.domain.DeviceAction;
import dev.vsh.domain.DomainDefinition;
import dev.vsh.domain.InterfaceChange;
import dev.vsh.domain.NetworkInterface;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;

import java.util.function.UnaryOperator;

/** An interface that is there already, whatever else each document says about it, with something changed. */
record ChangedInterface(String mac, UnaryOperator<NetworkInterface> change) implements DeviceKind {
    @Override
    public DomainDefinition changed(DeviceAction action, DomainDefinition domain) {
        return in(domain).changed(action, domain);
    }

    @Override
    public Live live(
            DeviceAction action,
            DomainDefinition before,
            DomainDefinition after,
            LiveContainer container) {
        return in(before).live(action, before, after, container);
    }

    private InterfaceDevice in(DomainDefinition domain) {
        return domain.devices().interfaces().stream()
                .filter(nic -> nic.isCalled(mac))
                .findFirst()
                .map(nic -> new InterfaceDevice(new InterfaceChange(change.apply(nic), true)))
                .orElseThrow(
                        () ->
                                new DriverException(
                                        ErrorCode.OPERATION_FAILED,
                                        "no device matching MAC address " + mac));
    }
}
