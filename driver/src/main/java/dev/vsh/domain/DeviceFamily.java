package dev.vsh.domain;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The devices of one kind, each of which is known by something that no other has.
 *
 * @param all those of a domain
 * @param with the same devices of a domain, with others of this kind
 * @param called what one is known by, in words
 */
public record DeviceFamily<D extends Device>(
        Function<Devices, List<D>> all,
        BiFunction<Devices, List<D>, Devices> with,
        Function<D, String> called) {
    public static final DeviceFamily<Filesystem> FILESYSTEMS =
            new DeviceFamily<>(
                    Devices::filesystems,
                    Devices::withFilesystems,
                    filesystem -> "filesystem '" + filesystem.target() + "'");

    public static final DeviceFamily<Disk> DISKS =
            new DeviceFamily<>(
                    Devices::disks, Devices::withDisks, disk -> "disk '" + disk.target() + "'");

    public static final DeviceFamily<HostDevice> HOST_DEVICES =
            new DeviceFamily<>(Devices::hostDevices, Devices::withHostDevices, HostDevice::called);
}
