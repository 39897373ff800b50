package dev.vsh.driver.lxc;

import dev.vsh.domain.Clock;
import dev.vsh.domain.Disk;
import dev.vsh.domain.DomainDefinition;
import dev.vsh.domain.HostDevice;
import dev.vsh.domain.HostDevice.UsbAddress;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.plan.DevicePlan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Decides about the device nodes that a document asks for. */
final class DevicePlanner {
    private static final String FULL = "rwm";

    /** The nodes that libvirt knows for timers, and where they come from. */
    private static final Map<String, String> TIMERS =
            Map.of("rtc", "/dev/rtc0", "hpet", "/dev/hpet");

    /** What every container has in its /dev anyway; tty1 and so on are its consoles. */
    private static final Set<String> TAKEN =
            Set.of(
                    "null", "zero", "full", "random", "urandom", "tty", "ptmx", "fd", "stdin",
                    "stdout", "stderr", "pts", "shm", "mqueue", "console");

    private final UsbBus usb;
    private final LoopImages loops;

    DevicePlanner(UsbBus usb, LoopImages loops) {
        this.usb = usb;
        this.loops = loops;
    }

    /**
     * @throws DriverException OPERATION_FAILED when the host has no such device, CONFIG_UNSUPPORTED when two would have
     *     one name
     */
    List<DevicePlan> plan(DomainDefinition domain) {
        List<DevicePlan> devices = new ArrayList<>();
        domain.clock().timers().stream()
                .filter(timer -> timer.present().orElse(false))
                .forEach(timer -> devices.add(timer(timer)));
        domain.devices().disks().forEach(disk -> devices.add(disk(disk)));
        domain.devices().hostDevices().forEach(device -> devices.addAll(hostDevice(device)));
        Set<String> names = new HashSet<>(TAKEN);
        for (DevicePlan device : devices) {
            if (!names.add(device.path())
                    || device.path().matches("tty[0-9]+|(pts|shm|mqueue)/.*")) {
                throw new DriverException(
                        ErrorCode.CONFIG_UNSUPPORTED,
                        "the container has another '/dev/" + device.path() + "' already");
            }
        }
        return devices;
    }

    private static DevicePlan timer(Clock.Timer timer) {
        String path = TIMERS.getOrDefault(timer.name(), "/dev/" + timer.name());
        HostNode node = HostNode.read("<timer name='" + timer.name() + "'>", path, false);
        return plan(timer.name(), node, "r");
    }

    private DevicePlan disk(Disk disk) {
        String what = "<disk> '" + disk.target() + "'";
        String source = disk.source().orElse("");
        String access = disk.readonly() ? "rm" : FULL;
        return disk.type().equals("file")
                ? new DevicePlan(disk.target(), loops.image(what, source, disk.readonly()), access)
                : plan(disk.target(), HostNode.read(what, source, true), access);
    }

    private List<DevicePlan> hostDevice(HostDevice device) {
        return switch (device) {
            case HostDevice.Storage(String path, var _) -> List.of(atItsPath(path, true));
            case HostDevice.Misc(String path, var _) -> List.of(atItsPath(path, false));
            case HostDevice.Usb wanted ->
                    usb.find(wanted).map(DevicePlanner::usb).stream().toList();
            case HostDevice.Net _, HostDevice.Subsystem _ -> List.of();
        };
    }

    private static DevicePlan usb(UsbAddress address) {
        return atItsPath(
                "/dev/bus/usb/%03d/%03d".formatted(address.bus(), address.device()), false);
    }

    /** As libvirt: the first part of the path, whatever it is, becomes /dev. */
    private static DevicePlan atItsPath(String path, boolean block) {
        String below = path.replaceAll("/+", "/").replaceFirst("^/[^/]*/", "");
        if (!path.startsWith("/")
                || below.startsWith("/")
                || Set.of(below.split("/")).contains("..")) {
            throw new DriverException(
                    ErrorCode.CONFIG_UNSUPPORTED,
                    "the path of a <hostdev> must be absolute, in a folder, and without '..': '"
                            + path
                            + "'");
        }
        return plan(below, HostNode.read("<hostdev>", path, block), FULL);
    }

    private static DevicePlan plan(String path, HostNode node, String access) {
        return new DevicePlan(path, node.block(), node.major(), node.minor(), access);
    }
}
