package dev.vsh.driver.lxc.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.domain.Bandwidth;
import dev.vsh.domain.xml.NetworkGrammar;
import dev.vsh.driver.DomainDocument;
import dev.vsh.driver.DriverException;
import dev.vsh.netlink.LinkRequests;
import dev.vsh.netlink.MacAddress;
import dev.vsh.netlink.QueueRequests;
import dev.vsh.netlink.Word;
import dev.vsh.network.NetworkDefinition;
import dev.vsh.network.ServerSettings;
import dev.vsh.testing.ElementPage;
import dev.vsh.testing.ElementTable;
import dev.vsh.testing.ElementTable.Outcome;
import dev.vsh.testing.ElementTable.Row;
import dev.vsh.testing.GoldenFile;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Every row of the table of networks' elements: honoured, refused by name, or kept with a reason. */
final class NetworkTableTest {
    private static final String INTRODUCTION =
            """
            # What each element of a network does

            A valid element is honoured, or `net-start` is refused with a sentence that names it. *Kept* are those
            that change nothing: `net-dumpxml` prints them. `…` stands for more words.

            This page is made of `driver/src/test/resources/networks/table.txt`, which a test compares with what the
            kernel, nft and dnsmasq are told.
            """;

    private static final NetworkDocuments DOCUMENTS = new NetworkDocuments(new NetworkGrammar());

    private final ElementTable table = ElementTable.read("networks/table.txt");

    @TestFactory
    Stream<DynamicTest> elementDoesWhatTheTableSays() {
        String without = told("");
        return table.rows().stream()
                .map(
                        row ->
                                DynamicTest.dynamicTest(
                                        "line " + row.line() + ": " + row.fragment(),
                                        () -> check(row, without)));
    }

    private static void check(Row row, String without) {
        switch (row.outcome()) {
            case Outcome.Honoured honoured -> {
                String with = told(row.fragment());
                honoured.planned()
                        .forEach(
                                words -> {
                                    assertTrue(with.contains(words), () -> words + " in\n" + with);
                                    assertFalse(without.contains(words), words);
                                });
                honoured.unplanned().forEach(words -> assertFalse(with.contains(words), with));
                assertTrue(
                        honoured.planned().size()
                                        + honoured.unplanned().size()
                                        + honoured.seenBy().size()
                                > 0,
                        "nothing shows that it is honoured");
            }
            case Outcome.Refused(String message) -> {
                DriverException refusal =
                        assertThrows(DriverException.class, () -> told(row.fragment()));
                String said = String.join("\n", refusal.details());
                Stream.of(message.split("…", -1))
                        .forEach(part -> assertTrue(said.contains(part), said));
            }
            case Outcome.Kept _ -> assertEquals(without, told(row.fragment()));
        }
    }

    /** What the kernel, nft and dnsmasq are told. */
    private static String told(String fragment) {
        String name = fragment.contains("<name>") ? "" : "<name>table</name>";
        NetworkDefinition network =
                DOCUMENTS.read(
                        DomainDocument.of("<network>" + name + fragment + "</network>", "table"));
        NetworkSupport.require(network);
        String bridge = network.bridgeName().orElse("vshbr0");
        return (network.forward().hasOwnBridge() ? bridge(network, bridge) : "port of " + bridge)
                + "\n"
                + RouteReader.routes(network)
                + "\n"
                + rules(new Firewall(bridge).text(network))
                + (ServerSettings.isNeeded(network) ? settings(network, bridge) : "");
    }

    private static String bridge(NetworkDefinition network, String name) {
        return LinkRequests.makeBridge(
                                name,
                                new MacAddress(network.mac().orElse("52:54:00:00:00:01")),
                                network.mtu(),
                                network.bridge().spanningTree(),
                                network.bridge().delay())
                        .text()
                + network.addresses().stream().map(ip -> ip.subnet().text()).toList()
                + network.bandwidth()
                        .flatMap(Bandwidth::inbound)
                        .map(BandwidthLimits::of)
                        .map(limit -> QueueRequests.limit(Word.of(7), limit).text())
                        .orElse("");
    }

    private static String rules(String text) {
        return text.isEmpty() ? "no rules" : text;
    }

    private static String settings(NetworkDefinition network, String bridge) {
        return ServerSettings.text(
                network,
                bridge,
                new ServerSettings.Places(
                        Path.of("pid"), Path.of("leases"), Path.of("names"), Path.of("clients")));
    }

    @Test
    void pageSaysWhatTheTableSays() throws IOException {
        GoldenFile.page("network-elements.md").assertSays(ElementPage.of(INTRODUCTION, table));
    }
}
