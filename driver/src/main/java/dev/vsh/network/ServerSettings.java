package dev.vsh.network;

import dev.vsh.domain.AddressText;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What the server of a network's addresses and names is told, as dnsmasq(8) reads it. */
public final class ServerSettings {
    /**
     * Where the server keeps things.
     *
     * @param names a folder of files in the form of hosts(5), read again on SIGHUP
     * @param clients a folder of files with a {@code dhcp-host} a line, read again on SIGHUP
     */
    public record Places(Path pidFile, Path leaseFile, Path names, Path clients) {}

    private static final int SHORTEST_PREFIX = 64;

    private final NetworkDefinition network;
    private final List<String> lines = new ArrayList<>();

    private ServerSettings(NetworkDefinition network) {
        this.network = network;
    }

    public static String text(NetworkDefinition network, String bridge, Places places) {
        ServerSettings settings = new ServerSettings(network);
        settings.places(bridge, places);
        settings.names();
        settings.addresses(places);
        return String.join("\n", settings.lines) + "\n";
    }

    private void places(String bridge, Places places) {
        add("pid-file", places.pidFile().toString());
        add("interface", bridge);
        lines.add("bind-dynamic");
        add("except-interface", "lo");
        // The names of the host's own file are nobody's business in the network.
        lines.add("no-hosts");
        lines.add("strict-order");
        add("addn-hosts", places.names().toString());
    }

    private void names() {
        NameService dns = network.dns();
        if (!dns.enabled()) {
            add("port", "0");
            return;
        }
        if (!dns.forwardsPlainNames()) {
            lines.add("domain-needed");
        }
        network.domain().ifPresent(this::domain);
        boolean asksOthers = network.forward() != ForwardMode.ISOLATED;
        // A list of forwarders stands for the host's own.
        if (!asksOthers || dns.forwarders().stream().anyMatch(it -> it.domain().isEmpty())) {
            lines.add("no-resolv");
        }
        if (asksOthers) {
            dns.forwarders().forEach(this::forwarder);
        }
        dns.texts().forEach(text -> add("txt-record", text.name() + "," + text.value()));
        dns.hosts().forEach(this::host);
        network.addresses().stream().filter(NetworkIp::localPtr).forEach(this::localPtr);
    }

    private void domain(NetworkDefinition.NameDomain domain) {
        add("domain", domain.name());
        lines.add("expand-hosts");
        if (domain.localOnly()) {
            add("local", "/" + domain.name() + "/");
        }
    }

    private void forwarder(NameService.Forwarder forwarder) {
        String domain = forwarder.domain().map(name -> "/" + name + "/").orElse("");
        add("server", domain + forwarder.address().map(AddressText::of).orElse("#"));
    }

    private void host(NameService.Host host) {
        add("host-record", String.join(",", host.names()) + "," + AddressText.of(host.address()));
    }

    /** Nobody else is asked who has one of these addresses. */
    private void localPtr(NetworkIp ip) {
        add("rev-server", ip.subnet().text());
    }

    private void addresses(Places places) {
        boolean anything = false;
        for (NetworkIp ip : network.addresses()) {
            ip.dhcp().ranges().forEach(range -> range(range, ip.subnet()));
            if (ip.dhcp().ranges().isEmpty() && !ip.dhcp().hosts().isEmpty()) {
                add(
                        "dhcp-range",
                        AddressText.of(ip.subnet().network()) + ",static" + width(ip.subnet()));
            }
            ip.dhcp().hosts().forEach(this::client);
            anything |= !ip.dhcp().isEmpty() || advertised(ip);
        }
        advertisements();
        if (anything) {
            // To see whether somebody answers at an address takes it three seconds. The containers
            // that have one already are in the clients' files.
            lines.add("no-ping");
            lines.add("dhcp-authoritative");
            lines.add("dhcp-no-override");
            add("dhcp-leasefile", places.leaseFile().toString());
            add("dhcp-hostsfile", places.clients().toString());
            if (network.forward() == ForwardMode.ISOLATED) {
                // Without a value: there is no way out, so none is offered.
                add("dhcp-option", "3");
            }
        }
    }

    /**
     * IPv6 has no other way to tell where the router is; and where addresses are not given away, a prefix of 64 bits is
     * for everybody to make one of.
     */
    private void advertisements() {
        for (NetworkIp ip : network.addresses()) {
            if (advertised(ip)) {
                add(
                        "dhcp-range",
                        AddressText.of(ip.subnet().network()) + ",ra-only" + width(ip.subnet()));
            }
        }
        if (network.addresses().stream()
                .anyMatch(ip -> !ip.subnet().isIpv4() && !ip.dhcp().isEmpty())) {
            lines.add("enable-ra");
        }
        if (network.forward() == ForwardMode.ISOLATED
                && network.addresses().stream().anyMatch(ip -> !ip.subnet().isIpv4())) {
            // A router for no time at all: there is no way out.
            add("ra-param", "*,0,0");
        }
    }

    /** dnsmasq knows no shorter prefix. */
    private static boolean advertised(NetworkIp ip) {
        return !ip.subnet().isIpv4()
                && ip.dhcp().isEmpty()
                && ip.subnet().prefix() >= SHORTEST_PREFIX;
    }

    private void range(Dhcp.Range range, Subnet subnet) {
        add(
                "dhcp-range",
                AddressText.of(range.start())
                        + ","
                        + AddressText.of(range.end())
                        + width(subnet)
                        + range.lease().map(it -> "," + time(it)).orElse(""));
    }

    private static String width(Subnet subnet) {
        return "," + (subnet.isIpv4() ? AddressText.of(subnet.netmask()) : subnet.prefix());
    }

    private void client(Dhcp.Host host) {
        List<String> words = new ArrayList<>();
        host.id().ifPresent(id -> words.add("id:" + id));
        host.mac().ifPresent(words::add);
        host.address().map(ServerSettings::reserved).ifPresent(words::add);
        host.name().ifPresent(words::add);
        host.lease().map(ServerSettings::time).ifPresent(words::add);
        add("dhcp-host", String.join(",", words));
    }

    /** An address as it stands in a {@code dhcp-host}. */
    public static String reserved(InetAddress address) {
        String text = AddressText.of(address);
        return text.contains(":") ? "[" + text + "]" : text;
    }

    private static String time(Duration lease) {
        return lease.isZero() ? "infinite" : Long.toString(lease.toSeconds());
    }

    private void add(String option, String value) {
        lines.add(option + "=" + value);
    }

    /** Whether there is anything that a server would be for. */
    public static boolean isNeeded(NetworkDefinition network) {
        return network.needsAddressServer()
                || network.needsNameServer()
                || network.addresses().stream().anyMatch(ServerSettings::advertised);
    }
}
