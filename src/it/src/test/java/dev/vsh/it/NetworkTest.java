package dev.vsh.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.domain.DomainStatus;
import dev.vsh.driver.Connection;
import dev.vsh.it.harness.Await;
import dev.vsh.it.harness.Helpers;
import dev.vsh.it.harness.HostCommand;
import dev.vsh.it.harness.HostNetwork;
import dev.vsh.it.harness.Need;
import dev.vsh.it.harness.NetworkedHost;
import dev.vsh.it.harness.Onlooker;
import dev.vsh.it.harness.Requires;
import dev.vsh.it.harness.Sandbox;
import dev.vsh.it.harness.ThreadVsh;
import dev.vsh.it.harness.Vsh;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Interfaces made for a container, seen from inside and from a host whose network is a namespace of the test's. */
@Requires({Need.ROOT, Need.BUSYBOX, Need.NETWORK_NAMESPACES})
final class NetworkTest {
    private static final int ROUNDS = 100;
    private static final String CABLE =
            "<interface type='ethernet'><source><ip address='192.0.2.1' prefix='24'/></source>"
                    + "<ip address='192.0.2.7' prefix='24'/></interface>";

    @RegisterExtension private final NetworkedHost machine = new NetworkedHost();

    private final Sandbox sandbox = machine.sandbox();
    private final HostNetwork host = machine.network();
    private final ThreadVsh vsh = machine.vsh();

    private Onlooker container(String devices, String commands) {
        return Onlooker.in(sandbox, devices, commands);
    }

    private Onlooker start(Onlooker container) {
        vsh.run("create", container.file()).requireSuccess();
        return container;
    }

    /** What the commands print in a container with the devices. */
    private String seen(String devices, String commands) {
        return start(container(devices, commands)).seen();
    }

    /** What is said about a container that cannot start. */
    private String refusal(String devices) {
        Vsh.Result result = vsh.run("create", container(devices, "").file());
        assertEquals(1, result.status(), result::toString);
        return result.errors();
    }

    private void destroy(Onlooker container) {
        vsh.run("destroy", container.name()).requireSuccess();
        assertEquals(List.of(), host.strangers());
    }

    private long initPid(Onlooker container) {
        try (Connection connection = sandbox.connect()) {
            var status = connection.lookupDomainByName(container.name()).status();
            return ((DomainStatus.Running) status).initPid();
        }
    }

    private static String nic(String type, String source, String children) {
        return "<interface type='%s'><source %s/>%s</interface>".formatted(type, source, children);
    }

    private static String ip(int number) {
        return "<ip address='192.0.2." + number + "' prefix='24'/>";
    }

    private static void assertHas(String text, String part) {
        assertTrue(text.contains(part), () -> "no '" + part + "' in:\n" + text);
    }

    private static void assertHasNot(String text, String part) {
        assertFalse(text.contains(part), () -> "'" + part + "' in:\n" + text);
    }

    @Test
    void privateNetworkHasNothingButLoUp() {
        String seen = seen("", "ip -o link; ip -o addr; ping -c 1 -w 5 127.0.0.1");
        assertHas(seen, "1: lo: <LOOPBACK,UP,LOWER_UP>");
        assertHas(seen, "lo    inet 127.0.0.1/8");
        assertHas(seen, "1 packets received");
        assertHasNot(seen, "2: ");
    }

    @Test
    void cableEndsOnTheHostAndInTheContainer() {
        Onlooker container =
                start(
                        container(
                                """
                                <interface type='ethernet'>
                                  <mac address='52:54:00:12:34:56'/>
                                  <source>
                                    <ip address='192.0.2.1' prefix='24'/>
                                    <ip address='fd00::1' prefix='64'/>
                                    <route address='198.51.100.0' prefix='24' gateway='192.0.2.7'/>
                                  </source>
                                  <ip address='192.0.2.7' prefix='24'/>
                                  <ip address='192.0.2.8' prefix='32'/>
                                  <ip address='fd00::7' prefix='64'/>
                                  <route address='0.0.0.0' gateway='192.0.2.1'/>
                                  <route address='203.0.113.0' prefix='24' gateway='192.0.2.1' metric='7'/>
                                  <route address='::' gateway='fd00::1'/>
                                  <mtu size='1400'/>
                                </interface>
                                """,
                                "ip -o link; ip -o addr; ip route; ip -6 route;"
                                        + " ping -c 1 -w 5 192.0.2.1; ping -c 1 -w 5 fd00::1"));
        String seen = container.seen();
        List.of(
                        "eth0@",
                        "mtu 1400",
                        "link/ether 52:54:00:12:34:56",
                        "eth0    inet 192.0.2.7/24 brd 192.0.2.255",
                        "eth0    inet 192.0.2.8/32",
                        "eth0    inet6 fd00::7/64",
                        "default via 192.0.2.1 dev eth0",
                        "203.0.113.0/24 via 192.0.2.1 dev eth0  metric 7",
                        "default via fd00::1 dev eth0")
                .forEach(part -> assertHas(seen, part));
        assertEquals(3, seen.split("1 packets received", -1).length, seen);
        assertHas(host.ip("route"), "198.51.100.0/24 via 192.0.2.7");
        String hostEnd = host.strangers().getFirst();
        String link = host.ip("link", "show", hostEnd);
        assertHas(link, "mtu 1400");
        assertHas(link, "alias eth0 of domain '" + container.name() + "'");
        String live = vsh.run("dumpxml", container.name()).requireSuccess().out();
        assertHas(live, "<target dev='" + hostEnd + "'/>");
        assertHas(live, "<guest dev='eth0'/>");
        destroy(container);
    }

    @Test
    void namesAreTheDocumentsOrTellWhoseTheyAre() {
        Onlooker container =
                start(
                        container(
                                "<interface type='ethernet'/><interface type='ethernet'><target"
                                        + " dev='web0'/><guest dev='inner'/></interface><interface"
                                        + " type='ethernet'><target dev='vnet7'/></interface>",
                                "ip -o link"));
        long id;
        try (Connection connection = sandbox.connect()) {
            id = connection.lookupDomainByName(container.name()).id().orElseThrow();
        }
        assertEquals(List.of("vsh" + id + "-0", "vsh" + id + "-2", "web0"), host.strangers());
        String seen = container.seen();
        List.of("eth0@", "inner@", "eth1@").forEach(name -> assertHas(seen, name));
        assertHas(
                refusal("<interface type='ethernet'><target dev='web0'/></interface>"),
                "the host has another interface 'web0': ip link");
        destroy(container);
    }

    @Test
    void rootOfAMappedContainerRulesItsNetwork() {
        Onlooker container =
                container(
                        CABLE,
                        "cat /proc/self/uid_map; ip -o addr; ip addr add 192.0.2.9/24 dev eth0;"
                                + " ip -o addr; ping -c 1 -w 5 192.0.2.1");
        container.document().idMap(100_000, 65_536);
        String seen = start(container).seen();
        assertHas(seen, "100000");
        assertHas(seen, "eth0    inet 192.0.2.7/24");
        assertHas(seen, "eth0    inet 192.0.2.9/24");
        assertHas(seen, "1 packets received");
        destroy(container);
    }

    @Test
    void cableThatIsPulledCarriesNothing() {
        String seen =
                seen(
                        CABLE.replace("</interface>", "<link state='down'/></interface>"),
                        "ip -o link; ip -o addr; ping -c 1 -w 1 192.0.2.1");
        assertHas(seen, "NO-CARRIER");
        assertHas(seen, "inet 192.0.2.7/24");
        assertHasNot(seen, "1 packets received");
    }

    @Test
    void rebootFindsTheSameNetworkAgain() {
        Onlooker container =
                container(
                        CABLE,
                        "ip -o addr; ping -c 1 -w 5 192.0.2.1;"
                                + " [ -e /again ] || { touch /again; reboot -f; }");
        container.document().elements("<on_reboot>restart</on_reboot>");
        String seen = start(container).seen();
        assertHas(seen, "eth0    inet 192.0.2.7/24");
        assertHas(seen, "1 packets received");
        assertTrue(container.root().path("/again").toFile().exists());
        assertEquals(1, host.strangers().size());
        destroy(container);
    }

    @Test
    void killedHelperLeavesNoInterface() {
        host.addPair("near0", "far0");
        String limited =
                CABLE.replace(
                        "</interface>",
                        "<bandwidth><outbound average='9'/></bandwidth></interface>");
        start(container(limited + nic("direct", "dev='near0'", ""), "")).seen();
        assertEquals(1, host.strangers().size());
        assertHas(host.run("nft", "list", "ruleset"), "limit rate over 9000 bytes/second");
        new Helpers(sandbox).any().orElseThrow().destroyForcibly();
        Await.until("the cable's end", host::strangers, List::isEmpty);
        Await.until("the limit's end", () -> host.run("nft", "list", "ruleset"), String::isEmpty);
        assertEquals(List.of(), host.missing());
    }

    @Test
    void startThatFailsLeavesNoInterface() {
        Onlooker container = container(CABLE, "");
        container.document().init("/no/such/init");
        assertEquals(1, vsh.run("create", container.file()).status());
        assertEquals(List.of(), host.strangers());
        String unreachable = "<route address='0.0.0.0' gateway='203.0.113.1'/>";
        assertHas(
                refusal(CABLE.replace("</interface>", unreachable + "</interface>")),
                "no <ip> of it is in the network of the gateway");
        assertEquals(List.of(), host.strangers());
    }

    @Test
    @Tag("soak")
    void hundredRoundsLeaveTheHostAsItWas() {
        host.addPair("near0", "far0");
        host.addPair("port0", "away0");
        host.addBridge("br7");
        host.ip("link", "set", "port0", "master", "br7");
        Onlooker container =
                container(
                        CABLE
                                + nic("bridge", "bridge='br7'", "")
                                + nic("direct", "dev='near0' mode='bridge'", ""),
                        "");
        vsh.run("define", container.file()).requireSuccess();
        String before =
                Await.until(
                        "the bridge's state",
                        () -> host.ip("-o", "link"),
                        links -> links.split("state UP", -1).length == 6);
        String round = "start %1$s; destroy %1$s".formatted(container.name());
        String rounds =
                IntStream.range(0, ROUNDS).mapToObj(_ -> round).collect(Collectors.joining("; "));
        vsh.run(rounds).requireSuccess();
        assertEquals(before, host.ip("-o", "link"));
    }

    @Test
    void containersMeetOnABridge() {
        host.addBridge("br7");
        start(container(nic("bridge", "bridge='br7'", ip(8)), ""));
        String seen = seen(nic("bridge", "bridge='br7'", ip(9)), "ping -c 1 -w 5 192.0.2.8");
        assertHas(seen, "1 packets received");
        assertEquals(2, host.ip("-o", "link", "show", "master", "br7").lines().count());
        host.addPair("plain0", "plain1");
        assertHas(refusal(nic("bridge", "bridge='plain0'", "")), "'plain0' is no bridge");
        assertHas(refusal(nic("bridge", "bridge='br8'", "")), "the host has no interface 'br8'");
    }

    @Test
    void containersMeetOnAnInterfaceOfTheHost() {
        host.addPair("near0", "far0");
        String source = "dev='near0' mode='bridge'";
        start(container(nic("direct", source, ip(8)), "")).seen();
        String seen = seen(nic("direct", source, ip(9)), "ping -c 1 -w 5 192.0.2.8");
        assertHas(seen, "1 packets received");
        assertEquals(List.of(), host.strangers());
    }

    @ParameterizedTest
    @ValueSource(strings = {"vepa", "private", "passthrough", "bridge"})
    void interfaceOfTheHostIsSharedAsTheModeSays(String mode) {
        host.addPair("near0", "far0");
        host.ip("addr", "add", "192.0.2.1/24", "dev", "far0");
        String direct = nic("direct", "dev='near0' mode='" + mode + "'", ip(8));
        Onlooker container = start(container(direct, "ping -c 1 -w 5 192.0.2.1"));
        assertHas(container.seen(), "1 packets received");
        String target = Long.toString(initPid(container));
        String inside = HostCommand.run("nsenter", "-t", target, "-n", "ip", "-d", "link");
        assertHas(inside, "macvlan mode " + mode.replace("passthrough", "passthru"));
        destroy(container);
    }

    @Test
    void interfaceOnOneOfTheHostIsDownWhenAsked() {
        host.addPair("near0", "far0");
        String seen = seen(nic("direct", "dev='near0'", "<link state='down'/>"), "ip -o link");
        assertHas(seen, "eth0@");
        assertHas(seen, "<BROADCAST,MULTICAST,M-DOWN> mtu");
    }

    @Test
    void bridgeKeepsItsAddress() {
        host.addPair("port0", "away0");
        host.addBridge("br7");
        host.ip("link", "set", "port0", "master", "br7");
        String before = Await.until("its state", () -> bridge(), link -> link.contains("state UP"));
        String mac = "<mac address='00:16:3e:00:00:01'/>";
        start(container(nic("bridge", "bridge='br7'", mac), "")).seen();
        assertEquals(before, bridge());
        assertHas(host.ip("link", "show", host.strangers().getFirst()), "fe:16:3e:00:00:01");
    }

    private String bridge() {
        return host.ip("-o", "link", "show", "br7");
    }
}
