package dev.vsh.domain.lxctools;

import dev.vsh.domain.HostDevice;

import java.util.List;
import java.util.Optional;

/** Makes a {@code <hostdev>} of an interface of the host that moves into the container: type phys or vlan. */
final class HostInterfaceMapping {
    private static final long MAX_VLAN = 4095;

    /** What becomes of an interface only when it is made. */
    private static final List<String> NOT_APPLIED = List.of("name", "hwaddr", "mtu");

    private final Nic nic;
    private final Findings findings;

    HostInterfaceMapping(Nic nic, Findings findings) {
        this.nic = nic;
        this.findings = findings;
    }

    Optional<HostDevice> hostDevice(Setting type) {
        Optional<String> device = device(type);
        if (device.filter(name -> name.matches("[^\\s/]{1,15}")).isEmpty()) {
            findings.refuse(type, "an interface of this type needs the host's: set link");
            return Optional.empty();
        }
        NOT_APPLIED.forEach(
                key ->
                        nic.last(key)
                                .ifPresent(
                                        setting ->
                                                findings.warn(
                                                        setting,
                                                        "an interface of the host stays as it"
                                                                + " is")));
        IpSettings addresses = new IpSettings(nic, findings);
        HostInterfaceXml xml =
                new HostInterfaceXml(device.get(), addresses.addresses(), addresses.routes());
        return Optional.of(
                new HostDevice.Net(
                        device.get(), addresses.addresses(), addresses.routes(), xml.write()));
    }

    private Optional<String> device(Setting type) {
        if (type.value().equals("phys")) {
            return nic.value("link");
        }
        Optional<Long> number =
                nic.last("vlan.id")
                        .flatMap(setting -> new Numbers(findings).between(0, MAX_VLAN, setting));
        if (number.isEmpty() || nic.last("link").isEmpty()) {
            return Optional.empty();
        }
        String device = nic.value("link").orElseThrow() + "." + number.get();
        findings.warn(type, "LXC would make '" + device + "'; here it must exist on the host");
        return Optional.of(device);
    }
}
