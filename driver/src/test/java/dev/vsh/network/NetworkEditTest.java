package dev.vsh.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.vsh.domain.ListEdit;
import dev.vsh.domain.NetworkSection;
import dev.vsh.domain.xml.NetworkGrammar;
import dev.vsh.domain.xml.NetworkPartReader;
import dev.vsh.domain.xml.NetworkXmlReader;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.OptionalInt;

final class NetworkEditTest {
    private static final NetworkGrammar GRAMMAR = new NetworkGrammar();
    private static final NetworkPartReader PARTS = new NetworkPartReader(GRAMMAR);
    private static final String HOST = "<host mac='52:54:00:00:00:0%d' name='%s' ip='%s'/>";

    private NetworkDefinition network =
            NetworkXmlReader.create(GRAMMAR)
                    .read(
                            "<network><name>n</name><ip address='192.0.2.1' prefix='24'/>"
                                    + "<ip address='198.51.100.1' prefix='24'><dhcp>"
                                    + "<range start='198.51.100.9' end='198.51.100.20'/></dhcp>"
                                    + "</ip></network>",
                            "n",
                            true);

    private void edit(ListEdit edit, NetworkSection section, OptionalInt parent, String element) {
        network = PARTS.edited(network, edit, section, parent, element, "element");
    }

    private void host(ListEdit edit, String element) {
        edit(edit, NetworkSection.IP_DHCP_HOST, OptionalInt.empty(), element);
    }

    private List<String> hosts(int ip) {
        return network.addresses().get(ip).dhcp().hosts().stream()
                .flatMap(host -> host.name().stream())
                .toList();
    }

    @Test
    void hostsComeAndGoInTheFirstSubnetWithDhcp() {
        host(ListEdit.ADD_LAST, HOST.formatted(1, "one", "198.51.100.5"));
        host(ListEdit.ADD_FIRST, HOST.formatted(2, "two", "198.51.100.6"));
        assertEquals(List.of("two", "one"), hosts(1));
        host(ListEdit.MODIFY, HOST.formatted(2, "other", "198.51.100.7"));
        assertEquals(List.of("other", "one"), hosts(1));
        host(ListEdit.DELETE, "<host mac='52:54:00:00:00:01'/>");
        assertEquals(List.of("other"), hosts(1));
    }

    @Test
    void parentIsWhereTheUserSays() {
        edit(
                ListEdit.ADD_LAST,
                NetworkSection.IP_DHCP_HOST,
                OptionalInt.of(0),
                HOST.formatted(1, "one", "192.0.2.5"));
        assertEquals(List.of("one"), hosts(0));
    }

    @Test
    void whatIsTakenIsRefused() {
        host(ListEdit.ADD_LAST, HOST.formatted(1, "one", "198.51.100.5"));
        for (String element :
                List.of(
                        HOST.formatted(1, "two", "198.51.100.6"),
                        HOST.formatted(2, "one", "198.51.100.6"),
                        HOST.formatted(2, "two", "198.51.100.5"))) {
            assertThrows(
                    NetworkEdit.MismatchException.class, () -> host(ListEdit.ADD_LAST, element));
        }
        assertThrows(
                NetworkEdit.MismatchException.class,
                () -> host(ListEdit.DELETE, HOST.formatted(1, "two", "198.51.100.5")));
    }

    @Test
    void rangesAndNamesAreAddedAndDeleted() {
        String range = "<range start='198.51.100.30' end='198.51.100.40'/>";
        edit(ListEdit.ADD_LAST, NetworkSection.IP_DHCP_RANGE, OptionalInt.of(1), range);
        assertEquals(2, network.addresses().get(1).dhcp().ranges().size());
        edit(ListEdit.DELETE, NetworkSection.IP_DHCP_RANGE, OptionalInt.of(1), range);
        assertEquals(1, network.addresses().get(1).dhcp().ranges().size());
        assertThrows(
                NetworkEdit.MismatchException.class,
                () ->
                        edit(
                                ListEdit.MODIFY,
                                NetworkSection.IP_DHCP_RANGE,
                                OptionalInt.of(1),
                                range));
        edit(
                ListEdit.ADD_LAST,
                NetworkSection.DNS_HOST,
                OptionalInt.empty(),
                "<host ip='192.0.2.9'><hostname>nine</hostname></host>");
        assertEquals(List.of("nine"), network.dns().hosts().getFirst().names());
        edit(
                ListEdit.DELETE,
                NetworkSection.DNS_HOST,
                OptionalInt.empty(),
                "<host ip='192.0.2.9'/>");
        assertEquals(List.of(), network.dns().hosts());
    }
}
