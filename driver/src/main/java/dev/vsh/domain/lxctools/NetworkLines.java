package dev.vsh.domain.lxctools;

import dev.vsh.domain.DomainDefinition;
import dev.vsh.domain.HostDevice;
import dev.vsh.domain.InterfaceSource;
import dev.vsh.domain.NetworkInterface;
import dev.vsh.domain.NetworkInterface.Address;
import dev.vsh.domain.NetworkInterface.Route;
import dev.vsh.domain.lxctools.IpSettings.IpFamily;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The inverse of {@link NetworkPart}. */
final class NetworkLines {

    private final ConfigText text;
    private int number = -1;

    private NetworkLines(ConfigText text) {
        this.text = text;
    }

    static void write(DomainDefinition domain, ConfigText text) {
        var lines = new NetworkLines(text);
        domain.devices().interfaces().forEach(lines::networkInterface);
        for (HostDevice device : domain.devices().hostDevices()) {
            if (device instanceof HostDevice.Net net) {
                lines.hostInterface(net);
            }
        }
        lines.namespace(domain);
    }

    /** Without interfaces, LXC makes a network of the container's own and a document shares the host's. */
    private void namespace(DomainDefinition domain) {
        boolean shared = domain.sharedNamespaces().network().isPresent();
        if (number >= 0 || shared) {
            return;
        }
        if (domain.features().privateNetwork()) {
            begin("empty");
            // The loopback device, which LXC leaves down otherwise.
            line("flags", "up");
        } else {
            begin("none");
        }
    }

    private void begin(String type) {
        number++;
        line("type", type);
    }

    private void line(String key, String value) {
        text.line("lxc.net." + number + "." + key, value);
    }

    private void networkInterface(NetworkInterface nic) {
        switch (nic.source()) {
            case InterfaceSource.Bridge(String bridge) -> {
                begin("veth");
                line("link", bridge);
            }
            case InterfaceSource.Network(
                            String network,
                            Optional<String> _,
                            Optional<String> _) -> {
                begin("veth");
                text.warn(
                        "LXC knows no network '"
                                + network
                                + "': set lxc.net."
                                + number
                                + ".link to its bridge");
            }
            case InterfaceSource.Ethernet ethernet -> {
                begin("veth");
                text.lost(!ethernet.addresses().isEmpty(), "<interface><source><ip>");
                text.lost(!ethernet.routes().isEmpty(), "<interface><source><route>");
            }
            case InterfaceSource.Direct(String device, String mode) -> {
                begin("macvlan");
                line("link", device);
                line("macvlan.mode", lxcMode(mode));
            }
            case InterfaceSource.Unsupported(String type, String _) -> {
                text.lost(true, "<interface type='" + type + "'>");
                return;
            }
        }
        details(nic);
    }

    private static String lxcMode(String mode) {
        return InterfaceMapping.MACVLAN_MODES.entrySet().stream()
                .filter(entry -> entry.getValue().equals(mode))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(mode);
    }

    private void details(NetworkInterface nic) {
        line("hwaddr", nic.mac());
        nic.guestDevice().ifPresent(name -> line("name", name));
        if (!(nic.source() instanceof InterfaceSource.Direct)) {
            nic.targetDevice().ifPresent(name -> line("veth.pair", name));
        }
        // As the driver does: an address is of no use on a device that is down.
        if (nic.linkState().map("up"::equals).orElse(!nic.addresses().isEmpty())) {
            line("flags", "up");
        }
        addresses(nic.addresses());
        routes(nic.routes());
        text.lost(nic.script().isPresent(), "<interface><script>");
        nic.mtu().ifPresent(size -> line("mtu", Integer.toString(size)));
        nic.others().forEach(other -> text.lost(true, "<" + other.path() + ">"));
    }

    private void hostInterface(HostDevice.Net net) {
        begin("phys");
        line("link", net.device());
        line("flags", "up");
        addresses(net.addresses());
        routes(net.routes());
    }

    private void addresses(List<Address> addresses) {
        for (Address address : addresses) {
            IpFamily family = IpFamily.of(address.address());
            line(
                    family.text() + ".address",
                    address.address() + "/" + address.prefix().orElse(family.bits()));
            text.lost(address.peer().isPresent(), "<ip peer='…'>");
        }
    }

    private void routes(List<Route> routes) {
        for (Route route : routes) {
            IpFamily family = IpFamily.of(route.gateway());
            boolean isDefault =
                    route.address().equals(family.any())
                            && route.prefix().orElse(0) == 0
                            && route.metric().isEmpty();
            if (isDefault) {
                line(family.text() + ".gateway", route.gateway());
            } else {
                text.lost(true, "the <route> to " + route.address());
            }
        }
    }
}
