package dev.vsh.driver.lxc;

import dev.vsh.domain.Devices;
import dev.vsh.domain.DomainDefinition;
import dev.vsh.domain.HostDevice;
import dev.vsh.domain.InterfaceSource;
import dev.vsh.domain.NetworkInterface;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The names of a container's interfaces, inside and on the host. */
final class InterfaceNames {
    private static final int MAX_BYTES = 15;

    /** The kernel makes a number of %d, and takes a colon for a second address of an interface. */
    private static final String VALID = "[^\\s/:%]+";

    private static final String OURS = "vsh";

    private static final Set<String> RESERVED = Set.of("lo", "all", "default", ".", "..");

    private final List<String> inside;

    /**
     * As libvirt: interfaces without a name are {@code eth0}, {@code eth1} and so on, but not by a name that another
     * one has.
     *
     * @throws DriverException CONFIG_UNSUPPORTED when two have one name
     */
    InterfaceNames(Devices devices) {
        Set<String> taken = new HashSet<>();
        devices.hostDevices().stream()
                .filter(HostDevice.Net.class::isInstance)
                .map(device -> ((HostDevice.Net) device).device())
                .forEach(name -> take(name, taken));
        devices.interfaces().stream()
                .flatMap(nic -> nic.guestDevice().stream())
                .forEach(name -> take(name, taken));
        List<String> names = new ArrayList<>();
        int number = 0;
        for (NetworkInterface nic : devices.interfaces()) {
            if (nic.guestDevice().isPresent()) {
                names.add(nic.guestDevice().get());
                continue;
            }
            while (!taken.add("eth" + number)) {
                number++;
            }
            names.add("eth" + number);
        }
        this.inside = names;
    }

    private static void take(String name, Set<String> taken) {
        if (!taken.add(valid(name))) {
            throw new DriverException(
                    ErrorCode.CONFIG_UNSUPPORTED,
                    "the container has another interface '" + name + "' already");
        }
    }

    static String valid(String name) {
        if (!name.matches(VALID)
                || RESERVED.contains(name)
                || name.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw new DriverException(
                    ErrorCode.CONFIG_UNSUPPORTED,
                    "no interface can be given or called '"
                            + name
                            + "': its name has 1 to 15 bytes, none of them '/', ':', '%' or a"
                            + " space, and is not that of the kernel's own");
        }
        return name;
    }

    /** Of the interface at this place among the document's. */
    String inside(int index) {
        return inside.get(index);
    }

    /**
     * @param id what no two running containers have in common
     */
    static String onHost(NetworkInterface nic, String id, int index) {
        return nic.targetDevice().map(InterfaceNames::valid).orElse(OURS + id + "-" + index);
    }

    /** As libvirt: names of the driver's making are for one start, even where a document repeats them. */
    static DomainDefinition withoutOurs(DomainDefinition definition) {
        Devices devices = definition.devices();
        return definition.withDevices(
                devices.withInterfaces(
                        devices.interfaces().stream().map(InterfaceNames::withoutOurs).toList()));
    }

    private static NetworkInterface withoutOurs(NetworkInterface nic) {
        return nic.targetDevice().filter(name -> name.matches(OURS + "[0-9]+-[0-9]+")).isPresent()
                ? nic.withoutTargetDevice()
                : nic;
    }

    /** As libvirt: the live document has the names that the definition does not have. Those that are there stay. */
    static DomainDefinition live(DomainDefinition definition, String id) {
        Devices devices = definition.devices();
        InterfaceNames names = new InterfaceNames(devices);
        Set<String> taken = new HashSet<>();
        devices.interfaces().forEach(nic -> nic.targetDevice().ifPresent(taken::add));
        List<NetworkInterface> named = new ArrayList<>();
        for (int i = 0; i < devices.interfaces().size(); i++) {
            NetworkInterface nic = devices.interfaces().get(i).withGuestDevice(names.inside(i));
            boolean hasHostEnd = !(nic.source() instanceof InterfaceSource.Direct);
            named.add(hasHostEnd ? withHostEnd(nic, id, i, taken) : nic);
        }
        return definition.withDevices(devices.withInterfaces(named));
    }

    /** By its place, unless one that was attached later has that name. */
    private static NetworkInterface withHostEnd(
            NetworkInterface nic, String id, int index, Set<String> taken) {
        if (nic.targetDevice().isPresent()) {
            return nic;
        }
        int number = index;
        while (!taken.add(onHost(nic, id, number))) {
            number++;
        }
        return nic.withTargetDevice(onHost(nic, id, number));
    }
}
