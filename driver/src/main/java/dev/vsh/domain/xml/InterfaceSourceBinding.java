package dev.vsh.domain.xml;

import dev.vsh.domain.InterfaceSource;
import dev.vsh.schema.InterfaceSourceXml;
import dev.vsh.schema.InterfaceTypeXml;
import dev.vsh.schema.InterfaceXml;

import java.util.List;
import java.util.Optional;

/** {@code <interface type=…><source/>}: which attribute says what depends on the type. */
final class InterfaceSourceBinding {
    private static final String DEFAULT_MODE = "vepa";

    private InterfaceSourceBinding() {}

    static InterfaceTypeXml type(InterfaceXml xml) {
        return Optional.ofNullable(xml.getType()).orElse(InterfaceTypeXml.USER);
    }

    /** The attributes that the source must have. */
    static List<String> required(InterfaceTypeXml type) {
        return switch (type) {
            case NETWORK -> List.of("network");
            case BRIDGE -> List.of("bridge");
            case DIRECT -> List.of("dev");
            case ETHERNET,
                    USER,
                    SERVER,
                    CLIENT,
                    MCAST,
                    UDP,
                    INTERNAL,
                    HOSTDEV,
                    VHOSTUSER,
                    VDPA,
                    NULL,
                    VDS ->
                    List.of();
        };
    }

    static InterfaceSource source(InterfaceXml xml, String mac, Places places) {
        InterfaceSourceXml source = Single.of(xml.getSource()).orElseGet(InterfaceSourceXml::new);
        InterfaceTypeXml type = type(xml);
        return switch (type) {
            case NETWORK ->
                    new InterfaceSource.Network(
                            source.getNetwork(),
                            Optional.ofNullable(source.getPortgroup()),
                            Optional.empty());
            case BRIDGE -> new InterfaceSource.Bridge(source.getBridge());
            case ETHERNET ->
                    new InterfaceSource.Ethernet(
                            source.getIp().stream().map(IpBinding::address).toList(),
                            source.getRoute().stream().map(IpBinding::route).toList());
            case DIRECT -> new InterfaceSource.Direct(source.getDev(), mode(source));
            case USER, SERVER, CLIENT, MCAST, UDP, INTERNAL, HOSTDEV, VHOSTUSER, VDPA, NULL, VDS ->
                    new InterfaceSource.Unsupported(type.value(), withMac(xml, mac, places));
        };
    }

    static String mode(InterfaceSourceXml source) {
        return Optional.ofNullable(source.getMode()).orElse(DEFAULT_MODE);
    }

    /** The element as written, but with the address, so that it keeps the one it was given. */
    private static String withMac(InterfaceXml xml, String mac, Places places) {
        String written = places.xml(xml);
        if (!xml.getMac().isEmpty()) {
            return written;
        }
        var address = new XmlNode.Attribute("address", mac);
        var element = new XmlNode.Element("mac", List.of(address), List.of());
        return NormalForm.print(Fragment.parse(written).withFirstChild(element)).stripTrailing();
    }

    static void write(InterfaceSource source, InterfaceXml networkInterface) {
        var xml = new InterfaceSourceXml();
        networkInterface.setType(
                switch (source) {
                    case InterfaceSource.Network network -> {
                        xml.setNetwork(network.network());
                        network.portGroup().ifPresent(xml::setPortgroup);
                        network.bridge().ifPresent(xml::setBridge);
                        yield InterfaceTypeXml.NETWORK;
                    }
                    case InterfaceSource.Bridge(String bridge) -> {
                        xml.setBridge(bridge);
                        yield InterfaceTypeXml.BRIDGE;
                    }
                    case InterfaceSource.Ethernet ethernet -> {
                        ethernet.addresses().stream().map(IpBinding::xml).forEach(xml.getIp()::add);
                        ethernet.routes().stream().map(IpBinding::xml).forEach(xml.getRoute()::add);
                        yield InterfaceTypeXml.ETHERNET;
                    }
                    case InterfaceSource.Direct(String device, String mode) -> {
                        xml.setDev(device);
                        xml.setMode(mode);
                        yield InterfaceTypeXml.DIRECT;
                    }
                    case InterfaceSource.Unsupported(String type, String _) ->
                            InterfaceTypeXml.fromValue(type);
                });
        if (!isEmpty(source)) {
            networkInterface.getSource().add(xml);
        }
    }

    private static boolean isEmpty(InterfaceSource source) {
        return source instanceof InterfaceSource.Ethernet ethernet
                && ethernet.addresses().isEmpty()
                && ethernet.routes().isEmpty();
    }
}
