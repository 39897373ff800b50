package dev.vsh.driver.lxc;

import dev.vsh.domain.DeviceAction;
import dev.vsh.domain.DomainDefinition;
import dev.vsh.domain.InterfaceChange;
import dev.vsh.domain.NetworkInterface;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.plan.ChangeCompiler;
import dev.vsh.plan.InterfacePlan;
import dev.vsh.plan.InterfacePlan.Source;
import dev.vsh.plan.SetupProgram;

import java.util.List;

/** {@code <interface>}. */
record InterfaceDevice(InterfaceChange change) implements DeviceKind {
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
        String mac = action == DeviceAction.ATTACH ? change.nic().mac() : change.find(before).mac();
        return new Live(
                "interface '" + mac + "'",
                switch (action) {
                    case ATTACH -> ChangeCompiler.attach(plan(after, mac));
                    case DETACH -> ChangeCompiler.detach(plan(before, mac));
                    case UPDATE -> update(plan(before, mac), plan(after, mac));
                });
    }

    private static SetupProgram update(InterfacePlan before, InterfacePlan after) {
        requireSame("<guest dev>", before.name().equals(after.name()));
        requireSame("the host's end", isSame(before.source(), after.source()));
        return ChangeCompiler.update(before, after);
    }

    private static boolean isSame(Source old, Source other) {
        return switch (old) {
            case Source.Cable cable ->
                    other instanceof Source.Cable same && same.hostEnd().equals(cable.hostEnd());
            case Source.Macvlan _, Source.Borrowed _ -> old.equals(other);
        };
    }

    private static void requireSame(String what, boolean same) {
        if (!same) {
            throw new DriverException(
                    ErrorCode.OPERATION_INVALID,
                    what
                            + " cannot become another while the domain runs: detach the interface"
                            + " and attach the new one");
        }
    }

    private static InterfacePlan plan(DomainDefinition domain, String mac) {
        List<NetworkInterface> all = domain.devices().interfaces();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).mac().equals(mac)) {
                return new InterfacePlanner(new InterfaceNames(domain.devices()), "0")
                        .made(domain.name(), all.get(i), i);
            }
        }
        throw new IllegalArgumentException("no interface " + mac);
    }
}
