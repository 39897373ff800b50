package dev.vsh.domain.xml;

import dev.vsh.network.ForwardMode;
import dev.vsh.network.NameService;
import dev.vsh.network.Nat;
import dev.vsh.network.NetworkDefinition;
import dev.vsh.network.NetworkDefinition.Bridge;
import dev.vsh.network.NetworkDefinition.NameDomain;
import dev.vsh.schema.ForwardModeXml;
import dev.vsh.schema.MtuXml;
import dev.vsh.schema.NetworkBridgeXml;
import dev.vsh.schema.NetworkDomainXml;
import dev.vsh.schema.NetworkForwardXml;
import dev.vsh.schema.NetworkXml;
import dev.vsh.schema.OnOffXml;
import dev.vsh.schema.YesNoXml;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Makes the model of a network's beans that have passed every check. */
final class NetworkReading {
    private final Supplier<UUID> uuids;

    NetworkReading(Supplier<UUID> uuids) {
        this.uuids = uuids;
    }

    NetworkDefinition read(Parsed<NetworkXml> network) {
        NetworkXml xml = network.xml();
        return new NetworkDefinition(
                Texts.first(xml.getName()).orElseThrow(),
                UuidText.first(xml.getUuid()).orElseGet(uuids),
                Single.of(xml.getMetadata()).map(network.places()::xml),
                forward(xml),
                Single.of(xml.getForward()).map(NetworkForwardXml::getDev),
                Single.of(xml.getForward())
                        .flatMap(forward -> Single.of(forward.getNat()))
                        .map(NatBinding::nat)
                        .orElse(Nat.PLAIN),
                Single.of(xml.getBridge()).map(NetworkReading::bridge).orElse(Bridge.ANY),
                Single.of(xml.getMac()).map(mac -> mac.getAddress().toLowerCase(Locale.ROOT)),
                Single.of(xml.getMtu()).map(MtuXml::getSize),
                Single.of(xml.getDomain()).map(NetworkReading::domain),
                Single.of(xml.getDns()).map(NameServiceBinding::service).orElse(NameService.PLAIN),
                Single.of(xml.getBandwidth()).map(BandwidthBinding::bandwidth),
                xml.getIp().stream().map(NetworkIpBinding::ip).toList(),
                xml.getRoute().stream().map(IpBinding::route).toList(),
                NetworkOpaque.read(xml, network.places()));
    }

    /** As libvirt: {@code <forward/>} without a mode means NAT. */
    static ForwardMode forward(NetworkXml xml) {
        return Single.of(xml.getForward())
                .map(
                        forward ->
                                Optional.ofNullable(forward.getMode())
                                        .orElse(ForwardModeXml.NAT)
                                        .value())
                .map(ForwardMode::ofXml)
                .orElse(ForwardMode.ISOLATED);
    }

    private static Bridge bridge(NetworkBridgeXml xml) {
        return new Bridge(
                Optional.ofNullable(xml.getName()),
                xml.getStp() == OnOffXml.ON,
                Optional.ofNullable(xml.getDelay()).orElse(0));
    }

    private static NameDomain domain(NetworkDomainXml xml) {
        return new NameDomain(xml.getName(), xml.getLocalOnly() == YesNoXml.YES);
    }
}
