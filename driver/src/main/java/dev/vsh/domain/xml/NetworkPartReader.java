package dev.vsh.domain.xml;

import dev.vsh.domain.AddressText;
import dev.vsh.domain.ListEdit;
import dev.vsh.domain.NetworkSection;
import dev.vsh.domain.xml.InvalidDocumentException.Stage;
import dev.vsh.network.Dhcp;
import dev.vsh.network.NetworkDefinition;
import dev.vsh.network.NetworkEdit;
import dev.vsh.network.NetworkIp;
import dev.vsh.network.NetworkPart;
import dev.vsh.network.Subnet;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Reads single elements of networks' lists, by the same rules as those of whole networks, and puts them there. */
public final class NetworkPartReader {
    private final NetworkXmlReader reader;

    public NetworkPartReader(NetworkGrammar grammar) {
        this.reader = NetworkXmlReader.create(grammar);
    }

    /** Whether a section is one of those lists. */
    public static boolean isSupported(NetworkSection section) {
        return switch (section) {
            case IP_DHCP_HOST, IP_DHCP_RANGE, DNS_HOST, DNS_TXT -> true;
            case BRIDGE, DOMAIN, IP, FORWARD, FORWARD_INTERFACE, FORWARD_PF, PORTGROUP, DNS_SRV ->
                    false;
        };
    }

    /**
     * What becomes of a network with one element more, less or otherwise.
     *
     * @param parent which {@code <ip>} is meant, from 0; without it the first that has {@code <dhcp>}, else the first
     * @throws InvalidDocumentException with every problem of the element
     * @throws NetworkEdit.MismatchException when there is no such element, or another one in its way
     */
    public NetworkDefinition edited(
            NetworkDefinition network,
            ListEdit edit,
            NetworkSection section,
            OptionalInt parent,
            String text,
            String origin) {
        int ip = ip(network, parent);
        Excerpt excerpt = excerpt(section, network.addresses().get(ip).subnet());
        NetworkPart part;
        try {
            part = part(read(excerpt.around(text), origin, edit), origin);
        } catch (InvalidDocumentException e) {
            throw excerpt.asWritten(e);
        }
        return new NetworkEdit(edit, part, ip).made(network);
    }

    private NetworkDefinition read(String text, String origin, ListEdit edit) {
        return edit == ListEdit.DELETE
                ? reader.readPartial(text, origin)
                : reader.read(text, origin, true);
    }

    private static int ip(NetworkDefinition network, OptionalInt parent) {
        List<NetworkIp> all = network.addresses();
        int index =
                parent.orElse(
                        IntStream.range(0, all.size())
                                .filter(i -> !all.get(i).dhcp().isEmpty())
                                .findFirst()
                                .orElse(0));
        if (index < 0 || index >= all.size()) {
            throw new NetworkEdit.MismatchException(
                    "no <ip> element found at index %d in network '%s'"
                            .formatted(index, network.name()));
        }
        return index;
    }

    private static Excerpt excerpt(NetworkSection section, Subnet ip) {
        String network = "<network><name>of-an-element</name>";
        return switch (section) {
            case IP_DHCP_HOST, IP_DHCP_RANGE ->
                    new Excerpt(
                            "%s<ip family='%s' address='%s' prefix='%d'><dhcp>"
                                    .formatted(
                                            network,
                                            ip.isIpv4() ? "ipv4" : "ipv6",
                                            AddressText.of(ip.address()),
                                            ip.prefix()),
                            "</dhcp></ip></network>");
            case DNS_HOST, DNS_TXT -> new Excerpt(network + "<dns>", "</dns></network>");
            case BRIDGE, DOMAIN, IP, FORWARD, FORWARD_INTERFACE, FORWARD_PF, PORTGROUP, DNS_SRV ->
                    throw new IllegalArgumentException(
                            "section '" + section.word() + "' cannot be updated");
        };
    }

    private static NetworkPart part(NetworkDefinition network, String origin) {
        List<NetworkPart> all = new ArrayList<>();
        network.dns().hosts().forEach(host -> all.add(new NetworkPart.DnsHost(host)));
        network.dns().texts().forEach(text -> all.add(new NetworkPart.DnsText(text)));
        for (var address : network.addresses()) {
            Dhcp dhcp = address.dhcp();
            dhcp.hosts().forEach(host -> all.add(new NetworkPart.DhcpHost(host)));
            dhcp.ranges().forEach(range -> all.add(new NetworkPart.DhcpRange(range)));
        }
        if (all.size() != 1) {
            throw new InvalidDocumentException(
                    origin,
                    Stage.SEMANTIC,
                    List.of(
                            new XmlProblem(
                                    1, 1, "one element is expected, and there are " + all.size())));
        }
        return all.getFirst();
    }
}
