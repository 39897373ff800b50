package dev.vsh.domain.xml;

import dev.vsh.network.ForwardMode;
import dev.vsh.network.NameService;
import dev.vsh.network.Nat;
import dev.vsh.network.NetworkDefinition;
import dev.vsh.network.NetworkDefinition.Bridge;
import dev.vsh.network.NetworkDefinition.NameDomain;
import dev.vsh.schema.ForwardModeXml;
import dev.vsh.schema.MacXml;
import dev.vsh.schema.MtuXml;
import dev.vsh.schema.NetworkBridgeXml;
import dev.vsh.schema.NetworkDomainXml;
import dev.vsh.schema.NetworkForwardXml;
import dev.vsh.schema.NetworkXml;
import dev.vsh.schema.OnOffXml;
import dev.vsh.schema.OpaqueXml;
import dev.vsh.schema.YesNoXml;

import java.util.Optional;

/** Makes beans of the model of a network. */
final class NetworkWriting {
    private NetworkWriting() {}

    static NetworkXml xml(NetworkDefinition network, Verbatim verbatim) {
        var xml = new NetworkXml();
        xml.getName().add(Texts.text(network.name()));
        xml.getUuid().add(UuidText.xml(network.uuid()));
        network.metadata()
                .ifPresent(text -> xml.getMetadata().add(verbatim.in(new OpaqueXml(), text)));
        forward(network).ifPresent(xml.getForward()::add);
        bridge(network).ifPresent(xml.getBridge()::add);
        network.mtu().map(NetworkWriting::mtu).ifPresent(xml.getMtu()::add);
        network.mac().map(NetworkWriting::mac).ifPresent(xml.getMac()::add);
        network.domain().map(NetworkWriting::domain).ifPresent(xml.getDomain()::add);
        if (!network.dns().equals(NameService.PLAIN) || hasOther(network, "dns/")) {
            xml.getDns().add(NameServiceBinding.xml(network.dns()));
        }
        network.bandwidth().map(BandwidthBinding::xml).ifPresent(xml.getBandwidth()::add);
        network.addresses().stream().map(NetworkIpBinding::xml).forEach(xml.getIp()::add);
        network.routes().stream().map(IpBinding::xml).forEach(xml.getRoute()::add);
        NetworkOpaque.write(network.others(), xml, verbatim);
        return xml;
    }

    private static boolean hasOther(NetworkDefinition network, String parent) {
        return network.others().stream().anyMatch(other -> other.path().startsWith(parent));
    }

    private static Optional<NetworkForwardXml> forward(NetworkDefinition network) {
        if (network.forward() == ForwardMode.ISOLATED) {
            return Optional.empty();
        }
        var xml = new NetworkForwardXml();
        xml.setMode(ForwardModeXml.fromValue(network.forward().xmlName()));
        network.forwardDevice().ifPresent(xml::setDev);
        if (!network.nat().equals(Nat.PLAIN)) {
            xml.getNat().add(NatBinding.xml(network.nat()));
        }
        return Optional.of(xml);
    }

    /** Where the bridge is somebody else's there is nothing but its name to say. */
    private static Optional<NetworkBridgeXml> bridge(NetworkDefinition network) {
        Bridge bridge = network.bridge();
        var xml = new NetworkBridgeXml();
        bridge.name().ifPresent(xml::setName);
        if (network.forward().hasOwnBridge()) {
            xml.setStp(bridge.spanningTree() ? OnOffXml.ON : OnOffXml.OFF);
            xml.setDelay(bridge.delay());
            return Optional.of(xml);
        }
        return bridge.name().map(_ -> xml);
    }

    private static MtuXml mtu(int size) {
        var xml = new MtuXml();
        xml.setSize(size);
        return xml;
    }

    private static MacXml mac(String address) {
        var xml = new MacXml();
        xml.setAddress(address);
        return xml;
    }

    private static NetworkDomainXml domain(NameDomain domain) {
        var xml = new NetworkDomainXml();
        xml.setName(domain.name());
        if (domain.localOnly()) {
            xml.setLocalOnly(YesNoXml.YES);
        }
        return xml;
    }
}
