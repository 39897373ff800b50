package dev.vsh.domain;

/** One element of {@code <devices>}. */
public sealed interface Device
        permits Filesystem, NetworkInterface, Console, Disk, HostDevice, Device.Other {
    /** The name of its element. */
    default String element() {
        return switch (this) {
            case Filesystem _ -> "filesystem";
            case NetworkInterface _ -> "interface";
            case Console _ -> "console";
            case Disk _ -> "disk";
            case HostDevice _ -> "hostdev";
            case Other(OpaqueElement xml) -> xml.path().substring(xml.path().lastIndexOf('/') + 1);
        };
    }

    /** What only virtual machines have. */
    record Other(OpaqueElement xml) implements Device {}
}
