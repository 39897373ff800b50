package dev.vsh.domain.xml;

import dev.vsh.domain.AddressText;
import dev.vsh.network.Nat;
import dev.vsh.schema.AddressRangeXml;
import dev.vsh.schema.NetworkNatXml;
import dev.vsh.schema.PortRangeXml;
import dev.vsh.schema.YesNoXml;

/** {@code <forward><nat>}. */
final class NatBinding {
    private NatBinding() {}

    static Nat nat(NetworkNatXml xml) {
        return new Nat(
                xml.getIpv6() == YesNoXml.YES,
                Single.of(xml.getAddress()).map(NatBinding::addresses),
                Single.of(xml.getPort())
                        .map(port -> new Nat.PortRange(port.getStart(), port.getEnd())));
    }

    private static Nat.AddressRange addresses(AddressRangeXml xml) {
        return new Nat.AddressRange(
                NetworkAddresses.address(xml.getStart()).orElseThrow(),
                NetworkAddresses.address(xml.getEnd()).orElseThrow());
    }

    static NetworkNatXml xml(Nat nat) {
        var xml = new NetworkNatXml();
        if (nat.ipv6()) {
            xml.setIpv6(YesNoXml.YES);
        }
        nat.addresses().map(NatBinding::xml).ifPresent(xml.getAddress()::add);
        nat.ports().map(NatBinding::xml).ifPresent(xml.getPort()::add);
        return xml;
    }

    private static AddressRangeXml xml(Nat.AddressRange range) {
        var xml = new AddressRangeXml();
        xml.setStart(AddressText.of(range.start()));
        xml.setEnd(AddressText.of(range.end()));
        return xml;
    }

    private static PortRangeXml xml(Nat.PortRange range) {
        var xml = new PortRangeXml();
        xml.setStart(range.start());
        xml.setEnd(range.end());
        return xml;
    }
}
