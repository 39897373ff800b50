package dev.vsh.domain.xml;

import dev.vsh.domain.OpaqueElement;
import dev.vsh.schema.NetworkBridgeXml;
import dev.vsh.schema.NetworkDnsXml;
import dev.vsh.schema.NetworkForwardXml;
import dev.vsh.schema.NetworkXml;
import dev.vsh.schema.YesNoXml;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** What stands in {@code <network>} and is kept as it is, in the order in which it is written. */
final class NetworkOpaque {
    private static final OpaqueChildren<NetworkXml> CHILDREN =
            new OpaqueChildren<NetworkXml>("")
                    .with("vlan", NetworkXml::getVlan)
                    .with("port", NetworkXml::getPort)
                    .with("portgroup", NetworkXml::getPortgroup)
                    .with("virtualport", NetworkXml::getVirtualport);

    private static final OpaqueAttributes<NetworkXml> ATTRIBUTES =
            new OpaqueAttributes<NetworkXml>("")
                    .with(
                            "ipv6",
                            xml -> text(xml.getIpv6()),
                            (xml, value) -> xml.setIpv6(YesNoXml.fromValue(value)))
                    .with(
                            "trustGuestRxFilters",
                            xml -> text(xml.getTrustGuestRxFilters()),
                            (xml, value) -> xml.setTrustGuestRxFilters(YesNoXml.fromValue(value)));

    private static final OpaqueChildren<NetworkForwardXml> FORWARD =
            new OpaqueChildren<NetworkForwardXml>("forward")
                    .with("interface", NetworkForwardXml::getInterface)
                    .with("address", NetworkForwardXml::getAddress)
                    .with("pf", NetworkForwardXml::getPf)
                    .with("driver", NetworkForwardXml::getDriver);

    private static final OpaqueAttributes<NetworkForwardXml> FORWARD_ATTRIBUTES =
            new OpaqueAttributes<NetworkForwardXml>("forward")
                    .with(
                            "managed",
                            xml -> text(xml.getManaged()),
                            (xml, value) -> xml.setManaged(YesNoXml.fromValue(value)));

    private static final OpaqueAttributes<NetworkBridgeXml> BRIDGE =
            new OpaqueAttributes<NetworkBridgeXml>("bridge")
                    .with("zone", NetworkBridgeXml::getZone, NetworkBridgeXml::setZone)
                    .with(
                            "macTableManager",
                            NetworkBridgeXml::getMacTableManager,
                            NetworkBridgeXml::setMacTableManager);

    private static final OpaqueChildren<NetworkDnsXml> DNS =
            new OpaqueChildren<NetworkDnsXml>("dns").with("srv", NetworkDnsXml::getSrv);

    private NetworkOpaque() {}

    static List<OpaqueElement> read(NetworkXml xml, Places places) {
        List<OpaqueElement> others = new ArrayList<>(ATTRIBUTES.read(xml));
        xml.getForward().forEach(forward -> others.addAll(FORWARD_ATTRIBUTES.read(forward)));
        xml.getForward().forEach(forward -> others.addAll(FORWARD.read(forward, places)));
        xml.getBridge().forEach(bridge -> others.addAll(BRIDGE.read(bridge)));
        xml.getDns().forEach(dns -> others.addAll(DNS.read(dns, places)));
        others.addAll(CHILDREN.read(xml, places));
        return others;
    }

    /** Adds them to beans that hold the rest. */
    static void write(List<OpaqueElement> others, NetworkXml xml, Verbatim verbatim) {
        ATTRIBUTES.write(others, xml);
        xml.getForward().forEach(forward -> FORWARD_ATTRIBUTES.write(others, forward));
        xml.getForward().forEach(forward -> FORWARD.write(others, forward, verbatim));
        xml.getBridge().forEach(bridge -> BRIDGE.write(others, bridge));
        xml.getDns().forEach(dns -> DNS.write(others, dns, verbatim));
        CHILDREN.write(others, xml, verbatim);
    }

    private static @Nullable String text(@Nullable YesNoXml value) {
        return value == null ? null : value.value();
    }
}
