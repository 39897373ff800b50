package dev.vsh.domain;

import java.util.List;
import java.util.Optional;

/**
 * {@code <interface>}.
 *
 * @param mac {@code aa:bb:cc:dd:ee:ff} in lower case; generated when the document has none
 * @param targetDevice name of the host's end
 * @param guestDevice name inside the container
 * @param linkState {@code up} or {@code down}, where given
 * @param others children that nothing is done for yet, as XML
 */
public record NetworkInterface(
        InterfaceSource source,
        String mac,
        Optional<String> targetDevice,
        Optional<String> guestDevice,
        List<Address> addresses,
        List<Route> routes,
        Optional<String> linkState,
        Optional<Integer> mtu,
        Optional<Bandwidth> bandwidth,
        Optional<String> script,
        List<OpaqueElement> others)
        implements Device {
    public NetworkInterface {
        addresses = List.copyOf(addresses);
        routes = List.copyOf(routes);
        others = List.copyOf(others);
    }

    /** The same interface with another address. */
    public NetworkInterface withMac(String other) {
        return new NetworkInterface(
                source,
                other,
                targetDevice,
                guestDevice,
                addresses,
                routes,
                linkState,
                mtu,
                bandwidth,
                script,
                others);
    }

    /** The same interface with a name for the host's end. */
    public NetworkInterface withTargetDevice(String name) {
        return withTargetDevice(Optional.of(name));
    }

    /** The same interface, whose host's end may be called anything. */
    public NetworkInterface withoutTargetDevice() {
        return withTargetDevice(Optional.empty());
    }

    private NetworkInterface withTargetDevice(Optional<String> name) {
        return new NetworkInterface(
                source,
                mac,
                name,
                guestDevice,
                addresses,
                routes,
                linkState,
                mtu,
                bandwidth,
                script,
                others);
    }

    /** The same interface with a name inside the container. */
    public NetworkInterface withGuestDevice(String name) {
        return new NetworkInterface(
                source,
                mac,
                targetDevice,
                Optional.of(name),
                addresses,
                routes,
                linkState,
                mtu,
                bandwidth,
                script,
                others);
    }

    /** The same interface, plugged in elsewhere. */
    public NetworkInterface withSource(InterfaceSource other, Optional<Integer> size) {
        return new NetworkInterface(
                other,
                mac,
                targetDevice,
                guestDevice,
                addresses,
                routes,
                linkState,
                size,
                bandwidth,
                script,
                others);
    }

    /** The same interface with a cable that is plugged in, or not. */
    public NetworkInterface withLink(boolean up) {
        return new NetworkInterface(
                source,
                mac,
                targetDevice,
                guestDevice,
                addresses,
                routes,
                Optional.of(up ? "up" : "down"),
                mtu,
                bandwidth,
                script,
                others);
    }

    /** The same interface with other limits. */
    public NetworkInterface withBandwidth(Optional<Bandwidth> other) {
        return new NetworkInterface(
                source,
                mac,
                targetDevice,
                guestDevice,
                addresses,
                routes,
                linkState,
                mtu,
                other,
                script,
                others);
    }

    /**
     * @param name of the host's end, or the address
     */
    public boolean isCalled(String name) {
        return targetDevice.filter(name::equals).isPresent() || mac.equalsIgnoreCase(name);
    }

    /** {@code <ip>}. */
    public record Address(
            String address,
            Optional<String> family,
            Optional<Integer> prefix,
            Optional<String> peer) {}

    /** {@code <route>}. */
    public record Route(
            Optional<String> family,
            String address,
            Optional<Integer> prefix,
            Optional<String> netmask,
            String gateway,
            Optional<Integer> metric) {}
}
