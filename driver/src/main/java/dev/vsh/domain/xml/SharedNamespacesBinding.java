package dev.vsh.domain.xml;

import dev.vsh.domain.SharedNamespaces;
import dev.vsh.domain.SharedNamespaces.Share;
import dev.vsh.schema.NamespaceOwnerXml;
import dev.vsh.schema.NamespacesXml;
import dev.vsh.schema.NetworkOwnerXml;
import dev.vsh.schema.SharedNamespaceXml;
import dev.vsh.schema.SharedNetworkXml;

import java.util.Optional;

/** {@code <lxc:namespace>}. */
final class SharedNamespacesBinding {
    private SharedNamespacesBinding() {}

    static SharedNamespaces namespaces(NamespacesXml xml) {
        return new SharedNamespaces(
                Optional.ofNullable(xml.getSharenet()).map(SharedNamespacesBinding::network),
                Optional.ofNullable(xml.getShareipc()).map(SharedNamespacesBinding::share),
                Optional.ofNullable(xml.getShareuts()).map(SharedNamespacesBinding::share));
    }

    private static Share network(SharedNetworkXml xml) {
        return switch (xml.getType()) {
            case NAME -> new Share.OfDomain(xml.getValue());
            case PID -> new Share.OfProcess(Long.parseLong(xml.getValue()));
            case NETNS -> new Share.OfNetns(xml.getValue());
        };
    }

    private static Share share(SharedNamespaceXml xml) {
        return switch (xml.getType()) {
            case NAME -> new Share.OfDomain(xml.getValue());
            case PID -> new Share.OfProcess(Long.parseLong(xml.getValue()));
        };
    }

    static Optional<NamespacesXml> xml(SharedNamespaces namespaces) {
        if (namespaces.equals(SharedNamespaces.NONE)) {
            return Optional.empty();
        }
        var xml = new NamespacesXml();
        namespaces.network().map(SharedNamespacesBinding::networkXml).ifPresent(xml::setSharenet);
        namespaces.ipc().map(SharedNamespacesBinding::shareXml).ifPresent(xml::setShareipc);
        namespaces.uts().map(SharedNamespacesBinding::shareXml).ifPresent(xml::setShareuts);
        return Optional.of(xml);
    }

    private static SharedNetworkXml networkXml(Share share) {
        var xml = new SharedNetworkXml();
        xml.setType(
                switch (share) {
                    case Share.OfDomain _ -> NetworkOwnerXml.NAME;
                    case Share.OfProcess _ -> NetworkOwnerXml.PID;
                    case Share.OfNetns _ -> NetworkOwnerXml.NETNS;
                });
        xml.setValue(value(share));
        return xml;
    }

    private static SharedNamespaceXml shareXml(Share share) {
        var xml = new SharedNamespaceXml();
        xml.setType(
                switch (share) {
                    case Share.OfDomain _ -> NamespaceOwnerXml.NAME;
                    case Share.OfProcess _ -> NamespaceOwnerXml.PID;
                    case Share.OfNetns(String name) ->
                            throw new IllegalArgumentException(
                                    "netns '" + name + "' is a network namespace only");
                });
        xml.setValue(value(share));
        return xml;
    }

    private static String value(Share share) {
        return switch (share) {
            case Share.OfDomain(String name) -> name;
            case Share.OfProcess(long pid) -> Long.toString(pid);
            case Share.OfNetns(String name) -> name;
        };
    }
}
