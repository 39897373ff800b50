package dev.vsh.driver.lxc;

import dev.vsh.domain.Console;
import dev.vsh.domain.Device;
import dev.vsh.domain.DeviceAction;
import dev.vsh.domain.DeviceFamily;
import dev.vsh.domain.Disk;
import dev.vsh.domain.DomainDefinition;
import dev.vsh.domain.Filesystem;
import dev.vsh.domain.HostDevice;
import dev.vsh.domain.InterfaceChange;
import dev.vsh.domain.KeyedChange;
import dev.vsh.domain.NetworkInterface;
import dev.vsh.domain.xml.ParsedDevice;
import dev.vsh.driver.DomainDocument;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.driver.XmlView;
import dev.vsh.driver.lxc.store.DomainLock;
import dev.vsh.driver.lxc.store.RunRecord;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Attaches, detaches and updates the devices of one domain, where it runs and where it is written down. */
record DomainDevices(Workshop workshop, String name) {
    void change(DeviceAction action, DomainDocument document, Set<XmlView> documents) {
        change(kind(action, workshop.documents().readDevice(document)), action, documents);
    }

    private static DeviceKind kind(DeviceAction action, ParsedDevice parsed) {
        return switch (parsed.device()) {
            case NetworkInterface nic ->
                    new InterfaceDevice(new InterfaceChange(nic, parsed.identified()));
            case Filesystem filesystem ->
                    new FilesystemDevice(new KeyedChange<>(DeviceFamily.FILESYSTEMS, filesystem));
            case Disk disk -> new NodeDevice<>(new KeyedChange<>(DeviceFamily.DISKS, disk));
            case HostDevice.Net lent ->
                    new LentDevice(new KeyedChange<>(DeviceFamily.HOST_DEVICES, lent), lent);
            case HostDevice.Storage host -> node(host);
            case HostDevice.Misc host -> node(host);
            case HostDevice.Usb host -> node(host);
            case Console _, HostDevice.Subsystem _, Device.Other _ ->
                    throw new DriverException(
                            ErrorCode.CONFIG_UNSUPPORTED,
                            "cannot %s <%s>: use edit, and start again"
                                    .formatted(
                                            action.name().toLowerCase(Locale.ROOT),
                                            parsed.device().element()));
        };
    }

    private static DeviceKind node(HostDevice host) {
        return new NodeDevice<>(new KeyedChange<>(DeviceFamily.HOST_DEVICES, host));
    }

    /** The definition is written last: what is refused of the running domain changes neither. */
    void change(DeviceKind device, DeviceAction action, Set<XmlView> documents) {
        try (DomainLock _ = workshop.lock(name)) {
            Optional<DomainDefinition> next =
                    documents.contains(XmlView.INACTIVE)
                            ? Optional.of(device.changed(action, persistent()))
                            : Optional.empty();
            if (documents.contains(XmlView.LIVE)) {
                new LiveChange(workshop, name, active()).make(device, action);
            }
            next.ifPresent(
                    domain ->
                            workshop.definitions().write(name, workshop.documents().write(domain)));
        }
    }

    private DomainDefinition persistent() {
        return workshop.definition(name)
                .orElseThrow(
                        () ->
                                new DriverException(
                                        ErrorCode.OPERATION_INVALID,
                                        "transient domains do not have any persistent config"));
    }

    /** Looks at what is on disk and nowhere else: the lock is held. */
    private RunRecord.Active active() {
        return workshop.run()
                .read(name)
                .filter(RunRecord.Active.class::isInstance)
                .map(RunRecord.Active.class::cast)
                .orElseThrow(
                        () ->
                                new DriverException(
                                        ErrorCode.OPERATION_INVALID, "domain is not running"));
    }
}
