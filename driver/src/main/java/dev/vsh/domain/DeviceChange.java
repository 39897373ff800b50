package dev.vsh.domain;

import java.util.Optional;

/** One device, and what attaching, detaching or updating it makes of a document. */
public sealed interface DeviceChange permits InterfaceChange, KeyedChange {
    /**
     * @throws DeviceMismatchException when the domain has it already, or does not have it
     */
    DomainDefinition made(DeviceAction action, DomainDefinition domain);

    /** Without it, the loss of the last interface would be the gain of the host's. */
    static DomainDefinition inOwnNetwork(DomainDefinition before, DomainDefinition after) {
        return before.devices().bringNetwork() && !after.devices().bringNetwork()
                ? after.withFeatures(after.features().withPrivateNetwork())
                : after;
    }

    /**
     * @param identified whether an interface says by its MAC address which one it is
     * @return empty when a device of this kind stays what it was at the start
     */
    static Optional<DeviceChange> of(Device device, boolean identified) {
        return switch (device) {
            case NetworkInterface nic -> Optional.of(new InterfaceChange(nic, identified));
            case Filesystem filesystem ->
                    Optional.of(new KeyedChange<>(DeviceFamily.FILESYSTEMS, filesystem));
            case Disk disk -> Optional.of(new KeyedChange<>(DeviceFamily.DISKS, disk));
            case HostDevice.Subsystem _ -> Optional.empty();
            case HostDevice host -> Optional.of(new KeyedChange<>(DeviceFamily.HOST_DEVICES, host));
            case Console _, Device.Other _ -> Optional.empty();
        };
    }
}
