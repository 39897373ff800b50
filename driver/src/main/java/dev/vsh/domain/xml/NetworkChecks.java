package dev.vsh.domain.xml;

import dev.vsh.network.ForwardMode;
import dev.vsh.network.Subnet;
import dev.vsh.schema.AddressRangeXml;
import dev.vsh.schema.DhcpHostXml;
import dev.vsh.schema.DhcpRangeXml;
import dev.vsh.schema.DnsForwarderXml;
import dev.vsh.schema.DnsHostXml;
import dev.vsh.schema.NetworkBridgeXml;
import dev.vsh.schema.NetworkDhcpXml;
import dev.vsh.schema.NetworkDnsXml;
import dev.vsh.schema.NetworkIpXml;
import dev.vsh.schema.NetworkNatXml;
import dev.vsh.schema.NetworkXml;
import dev.vsh.schema.PortRangeXml;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** All checks that a network must pass once it is in the grammar. */
final class NetworkChecks {
    private final Parsed<NetworkXml> network;
    private final boolean partial;
    private final List<XmlProblem> problems = new ArrayList<>();

    private NetworkChecks(Parsed<NetworkXml> network, boolean partial) {
        this.network = network;
        this.partial = partial;
    }

    /**
     * Every problem, in any order.
     *
     * @param partial whether single hosts may say less than they would have to, as they are only looked for
     */
    static List<XmlProblem> problems(Parsed<NetworkXml> network, boolean partial) {
        NetworkChecks checks = new NetworkChecks(network, partial);
        checks.name();
        checks.forward();
        checks.translation();
        checks.addresses();
        checks.names();
        return checks.problems;
    }

    private void problem(Object bean, String message) {
        problems.add(network.places().problem(bean, message));
    }

    private void name() {
        Optional<String> name = Texts.first(network.xml().getName());
        if (name.isEmpty()) {
            problem(network.xml(), "<network> needs a <name>");
        }
        name.flatMap(DocumentName::fault)
                .ifPresent(
                        fault ->
                                problems.add(
                                        network.places()
                                                .problemAt("/network/name", "the name " + fault)));
    }

    private void forward() {
        NetworkXml xml = network.xml();
        ForwardMode mode = NetworkReading.forward(xml);
        boolean named = Single.of(xml.getBridge()).map(NetworkBridgeXml::getName).isPresent();
        if (mode == ForwardMode.BRIDGE
                && !named
                && xml.getForward().getFirst().getInterface().isEmpty()) {
            problem(
                    xml.getForward().getFirst(),
                    "<forward mode='bridge'> needs a <bridge name='…'/> that is there already");
        }
        if (!mode.hasOwnBridge()) {
            for (NetworkIpXml ip : xml.getIp()) {
                problem(
                        ip,
                        "<ip> is for networks with a bridge of their own, not for <forward mode='%s'>"
                                .formatted(mode.xmlName()));
            }
        } else if (mode.forwards() && xml.getIp().isEmpty() && mode != ForwardMode.OPEN) {
            problem(
                    xml.getForward().getFirst(),
                    "<forward mode='%s'> needs an <ip>".formatted(mode.xmlName()));
        }
    }

    private void translation() {
        network.xml().getForward().stream()
                .flatMap(forward -> forward.getNat().stream())
                .forEach(this::translation);
    }

    private void translation(NetworkNatXml nat) {
        for (AddressRangeXml range : nat.getAddress()) {
            for (String text : List.of(range.getStart(), range.getEnd())) {
                if (NetworkAddresses.address(text)
                        .filter(Inet4Address.class::isInstance)
                        .isEmpty()) {
                    problem(range, Quote.of(text) + " is no IPv4 address");
                }
            }
        }
        for (PortRangeXml range : nat.getPort()) {
            if (range.getStart() > range.getEnd()) {
                problem(range, "<port> ends before it starts");
            }
        }
    }

    private void addresses() {
        List<Subnet> earlier = new ArrayList<>();
        for (NetworkIpXml ip : network.xml().getIp()) {
            Optional<String> fault = NetworkAddresses.fault(ip);
            if (fault.isPresent()) {
                problem(ip, fault.get());
                continue;
            }
            Subnet subnet = NetworkAddresses.subnet(ip);
            if (earlier.stream().anyMatch(subnet::overlaps)) {
                problem(ip, "there is another <ip> with addresses of " + subnet.text());
            }
            earlier.add(subnet);
            ip.getDhcp().forEach(dhcp -> dhcp(dhcp, subnet));
            // A container does not boot over the network.
            ip.getTftp().forEach(tftp -> problem(tftp, "<tftp> is for virtual machines"));
        }
    }

    private void dhcp(NetworkDhcpXml dhcp, Subnet subnet) {
        dhcp.getBootp().forEach(bootp -> problem(bootp, "<bootp> is for virtual machines"));
        for (DhcpRangeXml range : dhcp.getRange()) {
            Optional<InetAddress> start = within(range, range.getStart(), subnet);
            Optional<InetAddress> end = within(range, range.getEnd(), subnet);
            if (start.isPresent()
                    && end.isPresent()
                    && Subnet.number(start.get()).compareTo(Subnet.number(end.get())) > 0) {
                problem(range, "<range> ends before it starts");
            }
        }
        for (DhcpHostXml host : dhcp.getHost()) {
            if (!partial
                    && host.getMac() == null
                    && host.getId() == null
                    && host.getName() == null) {
                problem(host, "<host> needs a 'mac', an 'id' or a 'name' to be known by");
            }
            if (!partial && host.getIp() == null && host.getName() == null) {
                problem(host, "<host> needs an 'ip' or a 'name' to be given");
            }
            if (host.getIp() != null) {
                within(host, host.getIp(), subnet);
            }
        }
    }

    private Optional<InetAddress> within(Object bean, String text, Subnet subnet) {
        Optional<InetAddress> address = NetworkAddresses.address(text).filter(subnet::contains);
        if (address.isEmpty()) {
            problem(bean, Quote.of(text) + " is no address in " + subnet.text());
        }
        return address;
    }

    private void names() {
        for (NetworkDnsXml dns : network.xml().getDns()) {
            for (DnsForwarderXml forwarder : dns.getForwarder()) {
                Optional.ofNullable(forwarder.getAddr()).ifPresent(text -> valid(forwarder, text));
            }
            for (DnsHostXml host : dns.getHost()) {
                valid(host, Objects.requireNonNull(host.getIp()));
                if (!partial && host.getHostname().isEmpty()) {
                    problem(host, "<host> needs a <hostname>");
                }
            }
        }
    }

    private void valid(Object bean, String text) {
        if (NetworkAddresses.address(text).isEmpty()) {
            problem(bean, Quote.of(text) + " is no address");
        }
    }
}
