package dev.vsh.driver.lxc;

import dev.vsh.domain.DomainDefinition;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.driver.lxc.store.DomainLock;
import dev.vsh.driver.lxc.store.RunRecord;
import dev.vsh.linux.ProcessId;

/** The interfaces of one domain, where it runs and where it is written down. */
record DomainInterfaces(Workshop workshop, String name) {
    /** Looks at what is on disk and nowhere else: it is called with the lock held. */
    LiveInterfaces live(RunRecord.Active active) {
        long helper = active.helper().pid();
        DomainDefinition live =
                workshop.run()
                        .document(name)
                        .map(text -> workshop.documents().readStored(text, name))
                        .orElseThrow(DomainInterfaces::notRunning);
        return new LiveInterfaces(
                workshop.syscalls(),
                InterfaceNames.live(live, Long.toString(helper)),
                helper,
                active.init().map(ProcessId::pid).orElseThrow(DomainInterfaces::notRunning));
    }

    private static DriverException notRunning() {
        return new DriverException(ErrorCode.OPERATION_INVALID, "domain is not running");
    }

    void setLiveLink(String device, boolean up) {
        try (DomainLock _ = workshop.lock(name)) {
            RunRecord.Active active =
                    workshop.run()
                            .read(name)
                            .filter(RunRecord.Active.class::isInstance)
                            .map(RunRecord.Active.class::cast)
                            .orElseThrow(DomainInterfaces::notRunning);
            LiveInterfaces interfaces = live(active);
            interfaces.setLink(device, up);
            DomainDefinition live = interfaces.live();
            workshop.writeLiveDocument(
                    live.withDevices(live.devices().withLink(device, up)),
                    active.helper().pid(),
                    interfaces.initPid());
        }
    }

    void setNextLink(String device, boolean up) {
        try (DomainLock _ = workshop.lock(name)) {
            DomainDefinition next =
                    workshop.definition(name).orElseThrow(DomainInterfaces::notPersistent);
            if (next.devices().networkInterface(device).isEmpty()) {
                throw LiveInterfaces.unknown(device);
            }
            DomainDefinition changed = next.withDevices(next.devices().withLink(device, up));
            workshop.definitions().write(name, workshop.documents().write(changed));
        }
    }

    private static DriverException notPersistent() {
        return new DriverException(
                ErrorCode.OPERATION_INVALID, "transient domains do not have any persistent config");
    }
}
