package dev.vsh.domain.xml;

import dev.vsh.schema.NamespaceOwnerXml;
import dev.vsh.schema.NamespacesXml;
import dev.vsh.schema.NetworkOwnerXml;
import dev.vsh.schema.SharedNamespaceXml;
import dev.vsh.schema.SharedNetworkXml;

import java.util.Arrays;
import java.util.function.Consumer;

/** Namespaces that are joined. */
final class SharedNamespaceChecks {
    private SharedNamespaceChecks() {}

    static void processes(ParsedDomain domain, Consumer<XmlProblem> problems) {
        for (NamespacesXml namespaces : domain.xml().getNamespace()) {
            SharedNetworkXml network = namespaces.getSharenet();
            if (network != null && network.getType() == NetworkOwnerXml.PID) {
                process(domain, network, network.getValue(), problems);
            }
            if (network != null && network.getType() == NetworkOwnerXml.NETNS) {
                netns(domain, network, problems);
            }
            for (SharedNamespaceXml shared :
                    Arrays.asList(namespaces.getShareipc(), namespaces.getShareuts())) {
                if (shared != null && shared.getType() == NamespaceOwnerXml.PID) {
                    process(domain, shared, shared.getValue(), problems);
                }
            }
        }
    }

    /** It is the name of a file in one folder. */
    private static void netns(
            ParsedDomain domain, SharedNetworkXml network, Consumer<XmlProblem> problems) {
        String name = network.getValue();
        if (name.contains("/") || name.equals(".") || name.equals("..")) {
            problems.accept(
                    domain.problem(
                            network,
                            "attribute 'value' of <%s> is %s, expected a name as in ip netns list"
                                    .formatted(domain.name(network), Quote.of(name))));
        }
    }

    private static void process(
            ParsedDomain domain, Object bean, String value, Consumer<XmlProblem> problems) {
        if (!value.matches("[1-9][0-9]{0,9}")) {
            problems.accept(
                    domain.problem(
                            bean,
                            "attribute 'value' of <%s> is %s, expected the number of a process"
                                    .formatted(domain.name(bean), Quote.of(value))));
        }
    }
}
