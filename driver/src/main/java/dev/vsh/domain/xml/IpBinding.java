package dev.vsh.domain.xml;

import dev.vsh.domain.NetworkInterface;
import dev.vsh.schema.AddressFamilyXml;
import dev.vsh.schema.InterfaceAddressXml;
import dev.vsh.schema.InterfaceRouteXml;

import java.util.Optional;

/** {@code <ip>} and {@code <route>} of an interface. */
final class IpBinding {
    private IpBinding() {}

    static NetworkInterface.Address address(InterfaceAddressXml xml) {
        return new NetworkInterface.Address(
                xml.getAddress(),
                Optional.ofNullable(xml.getFamily()).map(AddressFamilyXml::value),
                Optional.ofNullable(xml.getPrefix()),
                Optional.ofNullable(xml.getPeer()));
    }

    static InterfaceAddressXml xml(NetworkInterface.Address address) {
        var xml = new InterfaceAddressXml();
        xml.setAddress(address.address());
        address.family().map(AddressFamilyXml::fromValue).ifPresent(xml::setFamily);
        address.prefix().ifPresent(xml::setPrefix);
        address.peer().ifPresent(xml::setPeer);
        return xml;
    }

    static NetworkInterface.Route route(InterfaceRouteXml xml) {
        return new NetworkInterface.Route(
                Optional.ofNullable(xml.getFamily()).map(AddressFamilyXml::value),
                xml.getAddress(),
                Optional.ofNullable(xml.getPrefix()),
                Optional.ofNullable(xml.getNetmask()),
                xml.getGateway(),
                Optional.ofNullable(xml.getMetric()));
    }

    static InterfaceRouteXml xml(NetworkInterface.Route route) {
        var xml = new InterfaceRouteXml();
        route.family().map(AddressFamilyXml::fromValue).ifPresent(xml::setFamily);
        xml.setAddress(route.address());
        route.prefix().ifPresent(xml::setPrefix);
        route.netmask().ifPresent(xml::setNetmask);
        xml.setGateway(route.gateway());
        route.metric().ifPresent(xml::setMetric);
        return xml;
    }
}
