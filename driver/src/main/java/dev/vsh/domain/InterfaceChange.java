package dev.vsh.domain;

import java.util.ArrayList;
import java.util.List;

/**
 * One interface, and what attaching, detaching or updating it makes of a document.
 *
 * @param identified whether it says by its MAC address which interface it is
 */
public record InterfaceChange(NetworkInterface nic, boolean identified) implements DeviceChange {
    @Override
    public DomainDefinition made(DeviceAction action, DomainDefinition domain) {
        List<NetworkInterface> all = new ArrayList<>(domain.devices().interfaces());
        switch (action) {
            case ATTACH -> {
                requireNew(all);
                all.add(nic);
            }
            case DETACH -> all.remove(find(all));
            case UPDATE -> {
                NetworkInterface old = find(all);
                all.set(all.indexOf(old), successor(old));
            }
        }
        return DeviceChange.inOwnNetwork(
                domain, domain.withDevices(domain.devices().withInterfaces(all)));
    }

    /** Which of a domain's it is. */
    public NetworkInterface find(DomainDefinition domain) {
        return find(domain.devices().interfaces());
    }

    private void requireNew(List<NetworkInterface> all) {
        if (all.stream().anyMatch(each -> each.mac().equals(nic.mac()))) {
            throw new DeviceMismatchException(
                    "network device with mac " + nic.mac() + " already exists");
        }
    }

    private NetworkInterface find(List<NetworkInterface> all) {
        List<NetworkInterface> matching =
                all.stream().filter(each -> !identified || each.mac().equals(nic.mac())).toList();
        if (matching.size() == 1) {
            return matching.getFirst();
        }
        String which = identified ? "device matching MAC address " + nic.mac() : "network device";
        throw new DeviceMismatchException(
                (matching.isEmpty() ? "no " + which : "more than one " + which)
                        + (identified ? "" : ", say which by its <mac address='…'/>"));
    }

    /** What the new document does not say about names stays as it was. */
    private NetworkInterface successor(NetworkInterface old) {
        NetworkInterface named =
                nic.guestDevice()
                        .or(old::guestDevice)
                        .map(nic::withGuestDevice)
                        .orElse(nic)
                        .withMac(old.mac());
        return nic.targetDevice().or(old::targetDevice).map(named::withTargetDevice).orElse(named);
    }
}
