package dev.vsh.domain.lxctools;

import dev.vsh.domain.HostDevice;
import dev.vsh.domain.NetworkInterface.Address;
import dev.vsh.domain.NetworkInterface.Route;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

/** The {@code <hostdev>} of an interface, which the model keeps as text. */
record HostInterfaceXml(String device, List<Address> addresses, List<Route> routes) {
    HostInterfaceXml {
        addresses = List.copyOf(addresses);
        routes = List.copyOf(routes);
    }

    /** What a document says of the device, which has passed the schema. */
    static HostInterfaceXml read(HostDevice.Net net) {
        Element xml = parse(net.xml());
        return new HostInterfaceXml(
                net.device(),
                elements(xml, "ip", HostInterfaceXml::address),
                elements(xml, "route", HostInterfaceXml::route));
    }

    private static Address address(Element ip) {
        return new Address(
                ip.getAttribute("address"),
                attribute(ip, "family"),
                attribute(ip, "prefix").map(Integer::valueOf),
                attribute(ip, "peer"));
    }

    private static Route route(Element route) {
        return new Route(
                attribute(route, "family"),
                route.getAttribute("address"),
                attribute(route, "prefix").map(Integer::valueOf),
                attribute(route, "netmask"),
                route.getAttribute("gateway"),
                attribute(route, "metric").map(Integer::valueOf));
    }

    private static Optional<String> attribute(Element element, String name) {
        return Optional.of(element.getAttribute(name)).filter(value -> !value.isEmpty());
    }

    private static <T> List<T> elements(Element parent, String name, Function<Element, T> read) {
        List<T> found = new ArrayList<>();
        NodeList nodes = parent.getElementsByTagName(name);
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element element) {
                found.add(read.apply(element));
            }
        }
        return found;
    }

    private static Element parse(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Document document =
                    factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
            return document.getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException("a definition holds what is no XML: " + xml, e);
        }
    }

    String write() {
        var xml = new StringBuilder("<hostdev mode='capabilities' type='net'>");
        xml.append("<source><interface>").append(escaped(device)).append("</interface></source>");
        addresses.forEach(address -> xml.append(ip(address)));
        routes.forEach(route -> xml.append(gateway(route)));
        return xml.append("</hostdev>").toString();
    }

    private static String ip(Address address) {
        return "<ip address='%s' family='%s' prefix='%d'/>"
                .formatted(
                        address.address(),
                        address.family().orElseThrow(),
                        address.prefix().orElseThrow());
    }

    private static String gateway(Route route) {
        return "<route family='%s' address='%s' gateway='%s'/>"
                .formatted(route.family().orElseThrow(), route.address(), route.gateway());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
