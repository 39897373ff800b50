package dev.vsh.domain;

import java.util.List;
import java.util.Optional;

/** {@code <devices>}; each list in document order. */
public record Devices(
        Optional<String> emulator,
        List<Filesystem> filesystems,
        List<NetworkInterface> interfaces,
        List<Console> consoles,
        List<Disk> disks,
        List<HostDevice> hostDevices) {
    public Devices {
        filesystems = List.copyOf(filesystems);
        interfaces = List.copyOf(interfaces);
        consoles = List.copyOf(consoles);
        disks = List.copyOf(disks);
        hostDevices = List.copyOf(hostDevices);
    }

    /** Whether there is an interface for a network of the container's own. */
    public boolean bringNetwork() {
        return !interfaces.isEmpty()
                || hostDevices.stream().anyMatch(HostDevice.Net.class::isInstance);
    }

    /** The same devices with other interfaces. */
    public Devices withInterfaces(List<NetworkInterface> others) {
        return new Devices(emulator, filesystems, others, consoles, disks, hostDevices);
    }

    /**
     * @param name of the host's end, or the address
     */
    public Optional<NetworkInterface> networkInterface(String name) {
        return interfaces.stream().filter(nic -> nic.isCalled(name)).findFirst();
    }

    /** The same devices with other disks. */
    public Devices withDisks(List<Disk> others) {
        return new Devices(emulator, filesystems, interfaces, consoles, others, hostDevices);
    }

    /** The same devices with others of the host's. */
    public Devices withHostDevices(List<HostDevice> others) {
        return new Devices(emulator, filesystems, interfaces, consoles, disks, others);
    }

    /** The same devices with other filesystems. */
    public Devices withFilesystems(List<Filesystem> others) {
        return new Devices(emulator, others, interfaces, consoles, disks, hostDevices);
    }
}
