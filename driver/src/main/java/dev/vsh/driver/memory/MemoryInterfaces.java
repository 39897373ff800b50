package dev.vsh.driver.memory;

import dev.vsh.domain.Bandwidth;
import dev.vsh.domain.Devices;
import dev.vsh.domain.DomainDefinition;
import dev.vsh.domain.NetworkInterface;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.driver.InterfaceAddresses;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The interfaces of a document, for want of real ones. */
final class MemoryInterfaces {
    private static final int IPV4_PREFIX = 24;
    private static final int IPV6_PREFIX = 64;

    private MemoryInterfaces() {}

    static List<InterfaceAddresses> addresses(Devices devices) {
        List<InterfaceAddresses> all = new ArrayList<>();
        for (NetworkInterface nic : devices.interfaces()) {
            String name = nic.guestDevice().orElse("eth" + all.size());
            all.add(
                    new InterfaceAddresses(
                            name,
                            Optional.of(nic.mac()),
                            nic.addresses().stream().map(MemoryInterfaces::address).toList()));
        }
        return all;
    }

    private static InterfaceAddresses.Address address(NetworkInterface.Address ip) {
        InetAddress address = InetAddress.ofLiteral(ip.address());
        int usual = address instanceof Inet4Address ? IPV4_PREFIX : IPV6_PREFIX;
        return new InterfaceAddresses.Address(address, ip.prefix().orElse(usual));
    }

    /**
     * @throws DriverException INVALID_ARG when there is no such interface
     */
    static void require(DomainDefinition domain, String device) {
        if (domain.devices().networkInterface(device).isEmpty()) {
            throw new DriverException(
                    ErrorCode.INVALID_ARG, "'" + device + "' is not a known interface");
        }
    }

    static DomainDefinition withLink(DomainDefinition domain, String device, boolean up) {
        return changed(domain, device, nic -> nic.withLink(up));
    }

    static DomainDefinition withBandwidth(
            DomainDefinition domain, String device, Bandwidth bandwidth) {
        return changed(
                domain,
                device,
                nic -> nic.withBandwidth(nic.bandwidth().orElse(Bandwidth.NONE).with(bandwidth)));
    }

    private static DomainDefinition changed(
            DomainDefinition domain, String device, UnaryOperator<NetworkInterface> change) {
        require(domain, device);
        return domain.withDevices(
                domain.devices()
                        .withInterfaces(
                                domain.devices().interfaces().stream()
                                        .map(nic -> nic.isCalled(device) ? change.apply(nic) : nic)
                                        .toList()));
    }
}
