package dev.vsh.domain;

import java.util.List;
import java.util.Optional;

/** {@code <hostdev>}: a device of the host, handed to the container. */
public sealed interface HostDevice extends Device {
    /** What it is, in the words of whoever plugs it in. */
    default String called() {
        return switch (this) {
            case Storage(String block, String _) -> "host device '" + block + "'";
            case Misc(String character, String _) -> "host device '" + character + "'";
            case Net net -> "host interface '" + net.device() + "'";
            case Usb usb ->
                    usb.address()
                            .map(at -> "USB device %03d:%03d".formatted(at.bus(), at.device()))
                            .or(
                                    () ->
                                            usb.id()
                                                    .map(
                                                            id ->
                                                                    "USB device %04x:%04x"
                                                                            .formatted(
                                                                                    id.vendor(),
                                                                                    id.product())))
                            .orElse("USB device");
            case Subsystem subsystem -> subsystem.type() + " device";
        };
    }

    /** {@code mode='capabilities' type='storage'}: a block device. */
    record Storage(String block, String xml) implements HostDevice {}

    /** {@code mode='capabilities' type='misc'}: a character device. */
    record Misc(String character, String xml) implements HostDevice {}

    /** {@code mode='capabilities' type='net'}: a network interface that moves in. */
    record Net(
            String device,
            List<NetworkInterface.Address> addresses,
            List<NetworkInterface.Route> routes,
            String xml)
            implements HostDevice {
        public Net {
            addresses = List.copyOf(addresses);
            routes = List.copyOf(routes);
        }
    }

    /** {@code mode='subsystem' type='usb'}; at least one of the two is present. */
    record Usb(Optional<UsbId> id, Optional<UsbAddress> address, boolean optional, String xml)
            implements HostDevice {}

    /** What a USB device is, as {@code lsusb} says it. */
    record UsbId(int vendor, int product) {}

    /** Where a USB device is plugged in. */
    record UsbAddress(int bus, int device) {}

    /** {@code mode='subsystem'} of the kinds that only virtual machines have. */
    record Subsystem(String type, String xml) implements HostDevice {}
}
