package dev.vsh.domain.lxctools;

import dev.vsh.domain.NetworkInterface.Address;
import dev.vsh.domain.NetworkInterface.Route;

import java.util.List;

/** The {@code <hostdev>} of an interface, which the model keeps as it was written. */
record HostInterfaceXml(String device, List<Address> addresses, List<Route> routes) {
    HostInterfaceXml {
        addresses = List.copyOf(addresses);
        routes = List.copyOf(routes);
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
