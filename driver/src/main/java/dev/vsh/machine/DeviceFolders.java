package dev.vsh.machine;

import dev.vsh.domain.ByteSize;

import java.util.List;
import java.util.stream.Stream;

/** The devices in sysfs, kind after kind, each sorted by name. */
record DeviceFolders(KernelFiles files, List<HostInterface> interfaces) {
    private static final String NETS = "sys/class/net/";
    private static final String BLOCKS = "sys/class/block/";
    private static final String USB = "sys/bus/usb/devices/";

    /** The unit of {@code size}, whatever the device's is. */
    private static final long SECTOR = 512;

    List<MachineDevice> all() {
        return Stream.of(storage(), nets(), usb()).flatMap(devices -> devices).toList();
    }

    private Stream<MachineDevice> nets() {
        return interfaces.stream().map(this::net);
    }

    private MachineDevice net(HostInterface each) {
        return new MachineDevice(
                "net_" + each.name() + "_" + each.mac().replace(':', '_'),
                files.target(NETS + each.name()),
                new MachineDevice.Net(each.name(), each.mac(), each.up()));
    }

    /** Whole devices that hold something: a loop device without a file does not. */
    private Stream<MachineDevice> storage() {
        return files.names(BLOCKS).stream()
                .filter(name -> !files.names(BLOCKS + name).contains("partition"))
                .filter(name -> files.number(BLOCKS + name + "/size") > 0)
                .map(this::storage);
    }

    private MachineDevice storage(String name) {
        ByteSize size = new ByteSize(files.number(BLOCKS + name + "/size") * SECTOR);
        return new MachineDevice(
                "block_" + name,
                files.target(BLOCKS + name),
                new MachineDevice.Storage("/dev/" + name, size));
    }

    /** With a colon they are what a device can do, without one the device. */
    private Stream<MachineDevice> usb() {
        return files.names(USB).stream().filter(name -> !name.contains(":")).map(this::usb);
    }

    private MachineDevice usb(String name) {
        String folder = USB + name + "/";
        return new MachineDevice(
                "usb_" + name.replace('-', '_').replace('.', '_'),
                files.target(USB + name),
                new MachineDevice.Usb(
                        files.number(folder + "busnum"),
                        files.number(folder + "devnum"),
                        files.text(folder + "idVendor").orElse(""),
                        files.text(folder + "manufacturer").orElse(""),
                        files.text(folder + "idProduct").orElse(""),
                        files.text(folder + "product").orElse("")));
    }
}
