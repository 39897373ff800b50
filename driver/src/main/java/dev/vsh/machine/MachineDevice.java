package dev.vsh.machine;

import dev.vsh.domain.ByteSize;

/**
 * A device that a container could be given.
 *
 * @param name libvirt's, as {@code net_eth0_52_54_00_12_34_56}
 * @param path of its folder in sysfs
 */
public record MachineDevice(String name, String path, Kind kind) {
    /** What it is good for. */
    public sealed interface Kind {
        /** libvirt's word for it. */
        String word();
    }

    /** For {@code <hostdev mode='capabilities' type='net'>}. */
    public record Net(String networkInterface, String mac, boolean up) implements Kind {
        @Override
        public String word() {
            return "net";
        }
    }

    /** For {@code <hostdev type='usb'>}; ids are four digits each. */
    public record Usb(
            long bus, long number, String vendorId, String vendor, String productId, String product)
            implements Kind {
        @Override
        public String word() {
            return "usb_device";
        }
    }

    /** For {@code <disk type='block'>} and {@code <hostdev mode='capabilities' type='storage'>}. */
    public record Storage(String node, ByteSize size) implements Kind {
        @Override
        public String word() {
            return "storage";
        }
    }
}
