package dev.vsh.domain.lxctools;

import dev.vsh.domain.DomainDefinition;
import dev.vsh.domain.HostDevice;

/** What of the host's devices a container may use: LXC allows all unless it is told otherwise. */
final class DeviceLines {
    private DeviceLines() {}

    static void write(DomainDefinition domain, ConfigText text) {
        text.cgroup("devices.deny", "a");
        DeviceRules.OF_EVERY_CONTAINER.forEach(
                numbers -> text.cgroup("devices.allow", "c " + numbers + " rwm"));
        domain.devices().disks().forEach(disk -> text.lost(true, "<disk> '" + disk.target() + "'"));
        for (HostDevice device : domain.devices().hostDevices()) {
            switch (device) {
                case HostDevice.Net _ -> {}
                case HostDevice.Storage storage -> byHand(storage.block(), text);
                case HostDevice.Misc misc -> byHand(misc.character(), text);
                case HostDevice.Usb _ -> text.lost(true, "<hostdev type='usb'>");
                case HostDevice.Subsystem subsystem ->
                        text.lost(true, "<hostdev type='" + subsystem.type() + "'>");
            }
        }
    }

    private static void byHand(String device, ConfigText text) {
        text.warn(
                "LXC takes '"
                        + device
                        + "' as a mount with create=file, and its numbers in"
                        + " devices.allow");
    }
}
