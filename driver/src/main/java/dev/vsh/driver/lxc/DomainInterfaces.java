package dev.vsh.driver.lxc;

import dev.vsh.domain.DeviceAction;
import dev.vsh.domain.DomainDefinition;
import dev.vsh.domain.InterfaceChange;
import dev.vsh.domain.NetworkInterface;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.driver.XmlView;
import dev.vsh.driver.lxc.store.RunRecord;
import dev.vsh.linux.ProcessId;

import java.util.Set;

/** The interfaces of one domain, where it runs and where it is written down. */
record DomainInterfaces(Workshop workshop, String name) {
    /** Looks at what is on disk and nowhere else: it is called with the lock held. */
    LiveInterfaces live(RunRecord.Active active) {
        long helper = active.helper().pid();
        return new LiveInterfaces(
                workshop.syscalls(),
                InterfaceNames.live(liveDocument(), Long.toString(helper)),
                helper,
                active.init().map(ProcessId::pid).orElseThrow(DomainInterfaces::notRunning));
    }

    private DomainDefinition liveDocument() {
        return workshop.run()
                .document(name)
                .map(text -> workshop.documents().readStored(text, name))
                .orElseThrow(DomainInterfaces::notRunning);
    }

    private static DriverException notRunning() {
        return new DriverException(ErrorCode.OPERATION_INVALID, "domain is not running");
    }

    void setLink(String device, boolean up, XmlView document) {
        DomainDefinition domain =
                switch (document) {
                    case LIVE -> liveDocument();
                    case INACTIVE ->
                            workshop.definition(name).orElseThrow(DomainInterfaces::notPersistent);
                };
        NetworkInterface nic =
                domain.devices()
                        .networkInterface(device)
                        .orElseThrow(() -> LiveInterfaces.unknown(device));
        new DomainDevices(workshop, name)
                .change(
                        new InterfaceDevice(new InterfaceChange(nic.withLink(up), true)),
                        DeviceAction.UPDATE,
                        Set.of(document));
    }

    private static DriverException notPersistent() {
        return new DriverException(
                ErrorCode.OPERATION_INVALID, "transient domains do not have any persistent config");
    }
}
