package dev.vsh.machine;

import dev.vsh.domain.ByteSize;

import java.util.List;
import java.util.Optional;

/**
 * The machine, or a device that a container could be given.
 *
 * @param name libvirt's, as {@code net_eth0_52_54_00_12_34_56}
 * @param path of its folder in sysfs; empty text of the machine
 */
public record MachineDevice(String name, String path, Kind kind) {
    /** What the machine itself is called. */
    public static final String WHOLE = "computer";

    /** The device that it is a part of. */
    public Optional<String> parent() {
        return kind instanceof Whole ? Optional.empty() : Optional.of(WHOLE);
    }

    /** What it is good for. */
    public sealed interface Kind {
        /** libvirt's word for it. */
        String word();
    }

    /** The machine itself. */
    public record Whole(List<FirmwareSection> firmware) implements Kind {
        public Whole {
            firmware = List.copyOf(firmware);
        }

        @Override
        public String word() {
            return "system";
        }
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
