package dev.vsh.driver.lxc;

import dev.vsh.domain.DeviceAction;
import dev.vsh.domain.DeviceMismatchException;
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
        try {
            return change.made(action, domain);
        } catch (DeviceMismatchException e) {
            throw new DriverException(ErrorCode.OPERATION_FAILED, e.reason(), e);
        }
    }

    @Override
    public Live live(DeviceAction action, DomainDefinition before, DomainDefinition after) {
        return switch (action) {
            case ATTACH -> of(after, ChangeCompiler.attach(plan(after, change.nic().mac())));
            case DETACH -> of(before, ChangeCompiler.detach(plan(before, mac(before))));
            case UPDATE -> of(before, update(before, after));
        };
    }

    private String mac(DomainDefinition domain) {
        return change.find(domain).mac();
    }

    private Live of(DomainDefinition domain, SetupProgram program) {
        return new Live("interface '" + mac(domain) + "'", program);
    }

    private SetupProgram update(DomainDefinition before, DomainDefinition after) {
        InterfacePlan old = plan(before, mac(before));
        InterfacePlan changed = plan(after, mac(before));
        requireSame("<guest dev>", old.name().equals(changed.name()));
        requireSame("the host's end", isSame(old.source(), changed.source()));
        return ChangeCompiler.update(old, changed);
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
