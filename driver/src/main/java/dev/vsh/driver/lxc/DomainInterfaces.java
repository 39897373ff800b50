package dev.vsh.driver.lxc;

import dev.vsh.domain.Bandwidth;
import dev.vsh.domain.DeviceAction;
import dev.vsh.domain.DomainDefinition;
import dev.vsh.domain.NetworkInterface;
import dev.vsh.driver.AddressSource;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.driver.InterfaceAddresses;
import dev.vsh.driver.XmlView;
import dev.vsh.driver.lxc.store.RunRecord;
import dev.vsh.linux.ProcessId;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

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

    List<InterfaceAddresses> addresses(RunRecord.Active active, AddressSource source) {
        LiveInterfaces interfaces = live(active);
        return switch (source) {
            case AGENT -> interfaces.addresses();
            case LEASE -> interfaces.leases(workshop.networks());
            case ARP -> interfaces.neighbours();
        };
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
        change(device, document, nic -> nic.withLink(up), Set.of(document));
    }

    void setBandwidth(String device, Bandwidth bandwidth, Set<XmlView> documents) {
        change(
                device,
                documents.contains(XmlView.LIVE) ? XmlView.LIVE : XmlView.INACTIVE,
                nic -> nic.withBandwidth(nic.bandwidth().orElse(Bandwidth.NONE).with(bandwidth)),
                documents);
    }

    /**
     * @param called which document's name of the host's end is meant
     */
    private void change(
            String device,
            XmlView called,
            UnaryOperator<NetworkInterface> change,
            Set<XmlView> documents) {
        String mac =
                document(called)
                        .devices()
                        .networkInterface(device)
                        .orElseThrow(() -> LiveInterfaces.unknown(device))
                        .mac();
        new DomainDevices(workshop, name)
                .change(new ChangedInterface(mac, change), DeviceAction.UPDATE, documents);
    }

    private DomainDefinition document(XmlView view) {
        return switch (view) {
            case LIVE -> liveDocument();
            case INACTIVE -> workshop.definition(name).orElseThrow(DomainInterfaces::notPersistent);
        };
    }

    private static DriverException notPersistent() {
        return new DriverException(
                ErrorCode.OPERATION_INVALID, "transient domains do not have any persistent config");
    }
}
