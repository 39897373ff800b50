package dev.vsh.domain.xml;

import dev.vsh.domain.AddressText;
import dev.vsh.network.Dhcp;
import dev.vsh.network.NetworkIp;
import dev.vsh.network.Subnet;
import dev.vsh.schema.AddressFamilyXml;
import dev.vsh.schema.DhcpHostXml;
import dev.vsh.schema.DhcpLeaseXml;
import dev.vsh.schema.DhcpRangeXml;
import dev.vsh.schema.LeaseUnitXml;
import dev.vsh.schema.NetworkDhcpXml;
import dev.vsh.schema.NetworkIpXml;
import dev.vsh.schema.YesNoXml;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code <ip>} of a network, with {@code <dhcp>}. */
final class NetworkIpBinding {
    private NetworkIpBinding() {}

    static NetworkIp ip(NetworkIpXml xml) {
        return new NetworkIp(
                NetworkAddresses.subnet(xml),
                xml.getLocalPtr() == YesNoXml.YES,
                Single.of(xml.getDhcp()).map(NetworkIpBinding::dhcp).orElse(Dhcp.NONE));
    }

    private static Dhcp dhcp(NetworkDhcpXml xml) {
        return new Dhcp(
                xml.getRange().stream().map(NetworkIpBinding::range).toList(),
                xml.getHost().stream().map(NetworkIpBinding::host).toList());
    }

    private static Dhcp.Range range(DhcpRangeXml xml) {
        return new Dhcp.Range(
                NetworkAddresses.address(xml.getStart()).orElseThrow(),
                NetworkAddresses.address(xml.getEnd()).orElseThrow(),
                lease(xml.getLease()));
    }

    private static Dhcp.Host host(DhcpHostXml xml) {
        return new Dhcp.Host(
                Optional.ofNullable(xml.getMac()).map(mac -> mac.toLowerCase(Locale.ROOT)),
                Optional.ofNullable(xml.getId()),
                Optional.ofNullable(xml.getName()),
                Optional.ofNullable(xml.getIp()).flatMap(NetworkAddresses::address),
                lease(xml.getLease()));
    }

    private static Optional<Duration> lease(List<DhcpLeaseXml> xml) {
        return Single.of(xml).map(NetworkIpBinding::lease);
    }

    private static Duration lease(DhcpLeaseXml xml) {
        return switch (Optional.ofNullable(xml.getUnit()).orElse(LeaseUnitXml.MINUTES)) {
            case SECONDS -> Duration.ofSeconds(xml.getExpiry());
            case MINUTES -> Duration.ofMinutes(xml.getExpiry());
            case HOURS -> Duration.ofHours(xml.getExpiry());
        };
    }

    static NetworkIpXml xml(NetworkIp ip) {
        var xml = new NetworkIpXml();
        Subnet subnet = ip.subnet();
        xml.setAddress(AddressText.of(subnet.address()));
        if (subnet.isIpv4()) {
            xml.setNetmask(AddressText.of(subnet.netmask()));
        } else {
            xml.setFamily(AddressFamilyXml.IPV_6);
            xml.setPrefix(subnet.prefix());
        }
        if (ip.localPtr()) {
            xml.setLocalPtr(YesNoXml.YES);
        }
        if (!ip.dhcp().isEmpty()) {
            xml.getDhcp().add(xml(ip.dhcp()));
        }
        return xml;
    }

    private static NetworkDhcpXml xml(Dhcp dhcp) {
        var xml = new NetworkDhcpXml();
        dhcp.ranges().stream().map(NetworkIpBinding::xml).forEach(xml.getRange()::add);
        dhcp.hosts().stream().map(NetworkIpBinding::xml).forEach(xml.getHost()::add);
        return xml;
    }

    private static DhcpRangeXml xml(Dhcp.Range range) {
        var xml = new DhcpRangeXml();
        xml.setStart(AddressText.of(range.start()));
        xml.setEnd(AddressText.of(range.end()));
        range.lease().map(NetworkIpBinding::xml).ifPresent(xml.getLease()::add);
        return xml;
    }

    private static DhcpHostXml xml(Dhcp.Host host) {
        var xml = new DhcpHostXml();
        host.mac().ifPresent(xml::setMac);
        host.id().ifPresent(xml::setId);
        host.name().ifPresent(xml::setName);
        host.address().map(AddressText::of).ifPresent(xml::setIp);
        host.lease().map(NetworkIpBinding::xml).ifPresent(xml.getLease()::add);
        return xml;
    }

    private static DhcpLeaseXml xml(Duration lease) {
        var xml = new DhcpLeaseXml();
        boolean whole = lease.toSecondsPart() == 0;
        xml.setExpiry(whole ? lease.toMinutes() : lease.toSeconds());
        xml.setUnit(whole ? LeaseUnitXml.MINUTES : LeaseUnitXml.SECONDS);
        return xml;
    }
}
