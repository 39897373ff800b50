package dev.vsh.domain.lxctools;

import dev.vsh.domain.HostDevice;
import dev.vsh.domain.NetworkInterface;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;

/** {@code lxc.net.*}: the container's interfaces, and whether its network is its own. */
final class NetworkPart {
    private final Findings findings;
    private final IntSupplier digits;
    private final List<NetworkInterface> interfaces = new ArrayList<>();
    private final List<HostDevice> hostDevices = new ArrayList<>();
    private boolean anyOfHost;
    private boolean anyOther;

    /**
     * @param digits makes the digits from 0 to 15 that an address does not say
     */
    NetworkPart(Settings settings, Findings findings, IntSupplier digits) {
        this.findings = findings;
        this.digits = digits;
        Nic.all(settings).forEach(this::add);
    }

    List<NetworkInterface> interfaces() {
        return interfaces;
    }

    List<HostDevice> hostDevices() {
        return hostDevices;
    }

    /** LXC passes over the type none where there is another. */
    boolean sharesHostNetwork() {
        return anyOfHost && !anyOther;
    }

    private void add(Nic nic) {
        Optional<Setting> type = nic.last("type");
        if (type.isEmpty()) {
            findings.refuse(nic.first(), "the interface has no type");
            return;
        }
        boolean ofHost = type.get().value().equals("none");
        anyOfHost |= ofHost;
        anyOther |= !ofHost;
        switch (type.get().value()) {
            case "none", "empty" -> {}
            case "veth", "macvlan" ->
                    new InterfaceMapping(nic, findings, digits)
                            .networkInterface(type.get())
                            .ifPresent(interfaces::add);
            case "phys", "vlan" ->
                    new HostInterfaceMapping(nic, findings)
                            .hostDevice(type.get())
                            .ifPresent(hostDevices::add);
            case "ipvlan" ->
                    findings.warn(type.get(), "there is no <interface> for ipvlan; it is left out");
            default ->
                    findings.refuse(
                            type.get(),
                            "'" + type.get().value() + "' is no type of interface that LXC knows");
        }
    }
}
