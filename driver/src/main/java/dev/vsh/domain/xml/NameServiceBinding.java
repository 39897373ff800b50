package dev.vsh.domain.xml;

import dev.vsh.domain.AddressText;
import dev.vsh.network.NameService;
import dev.vsh.schema.DnsForwarderXml;
import dev.vsh.schema.DnsHostXml;
import dev.vsh.schema.DnsTxtXml;
import dev.vsh.schema.HostNameXml;
import dev.vsh.schema.NetworkDnsXml;
import dev.vsh.schema.YesNoXml;

import java.util.Optional;

/** {@code <dns>}. */
final class NameServiceBinding {
    private NameServiceBinding() {}

    static NameService service(NetworkDnsXml xml) {
        return new NameService(
                xml.getEnable() != YesNoXml.NO,
                xml.getForwardPlainNames() != YesNoXml.NO,
                xml.getForwarder().stream().map(NameServiceBinding::forwarder).toList(),
                xml.getTxt().stream()
                        .map(txt -> new NameService.Text(txt.getName(), txt.getValue()))
                        .toList(),
                xml.getHost().stream().map(NameServiceBinding::host).toList());
    }

    private static NameService.Forwarder forwarder(DnsForwarderXml xml) {
        return new NameService.Forwarder(
                Optional.ofNullable(xml.getAddr()).flatMap(NetworkAddresses::address),
                Optional.ofNullable(xml.getDomain()));
    }

    private static NameService.Host host(DnsHostXml xml) {
        return new NameService.Host(
                NetworkAddresses.address(xml.getIp()).orElseThrow(),
                xml.getHostname().stream().map(HostNameXml::getValue).toList());
    }

    static NetworkDnsXml xml(NameService dns) {
        var xml = new NetworkDnsXml();
        if (!dns.enabled()) {
            xml.setEnable(YesNoXml.NO);
        }
        if (!dns.forwardsPlainNames()) {
            xml.setForwardPlainNames(YesNoXml.NO);
        }
        dns.forwarders().stream().map(NameServiceBinding::xml).forEach(xml.getForwarder()::add);
        dns.texts().stream().map(NameServiceBinding::xml).forEach(xml.getTxt()::add);
        dns.hosts().stream().map(NameServiceBinding::xml).forEach(xml.getHost()::add);
        return xml;
    }

    private static DnsForwarderXml xml(NameService.Forwarder forwarder) {
        var xml = new DnsForwarderXml();
        forwarder.address().ifPresent(address -> xml.setAddr(AddressText.of(address)));
        forwarder.domain().ifPresent(xml::setDomain);
        return xml;
    }

    private static DnsTxtXml xml(NameService.Text text) {
        var xml = new DnsTxtXml();
        xml.setName(text.name());
        xml.setValue(text.value());
        return xml;
    }

    private static DnsHostXml xml(NameService.Host host) {
        var xml = new DnsHostXml();
        xml.setIp(AddressText.of(host.address()));
        for (String name : host.names()) {
            var hostname = new HostNameXml();
            hostname.setValue(name);
            xml.getHostname().add(hostname);
        }
        return xml;
    }
}
