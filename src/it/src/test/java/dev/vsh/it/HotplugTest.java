package dev.vsh.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.it.harness.Await;
import dev.vsh.it.harness.HostNetwork;
import dev.vsh.it.harness.Need;
import dev.vsh.it.harness.NetworkedHost;
import dev.vsh.it.harness.Onlooker;
import dev.vsh.it.harness.Requires;
import dev.vsh.it.harness.Sandbox;
import dev.vsh.it.harness.ThreadVsh;
import dev.vsh.it.harness.Transfer;
import dev.vsh.it.harness.Vsh;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Interfaces that come, go and change while their container runs, in a user namespace. */
@Requires({Need.ROOT, Need.BUSYBOX, Need.NETWORK_NAMESPACES})
final class HotplugTest {
    private static final String FIRST = "52:54:00:00:00:01";
    private static final String SECOND = "52:54:00:00:00:02";

    @RegisterExtension private final NetworkedHost machine = new NetworkedHost();

    private final Sandbox sandbox = machine.sandbox();
    private final HostNetwork host = machine.network();
    private final ThreadVsh vsh = machine.vsh();
    private Onlooker container;

    @BeforeEach
    void startContainer() {
        host.addPair("near0", "far0");
        host.addBridge("br0");
        host.addBridge("br1");
        container = Onlooker.in(sandbox, nic(FIRST, ""), "");
        container.document().idMap(100_000, 65_536);
        vsh.run("define", container.file()).requireSuccess();
        vsh.run("start", container.name()).requireSuccess();
        container.seen();
    }

    private static String nic(String mac, String children) {
        return "<interface type='bridge'><mac address='%s'/><source bridge='br0'/>%s</interface>"
                .formatted(mac, children);
    }

    private Vsh.Result change(String command, String xml, String... options) {
        Path file = sandbox.folder().resolve("device.xml");
        try {
            Files.writeString(file, xml);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        List<String> words = new ArrayList<>(List.of(command, container.name(), file.toString()));
        words.addAll(List.of(options));
        return vsh.run(words.toArray(String[]::new));
    }

    private String inside(String... command) {
        List<String> words = new ArrayList<>(List.of("exec", container.name(), "--"));
        words.addAll(List.of(command));
        return vsh.run(words.toArray(String[]::new)).requireSuccess().out();
    }

    private String run(String command, String... more) {
        List<String> words = new ArrayList<>(List.of(command, container.name()));
        words.addAll(List.of(more));
        return vsh.run(words.toArray(String[]::new)).requireSuccess().out();
    }

    private static void assertHas(String text, String part) {
        assertTrue(text.contains(part), () -> "no '" + part + "' in:\n" + text);
    }

    private static void assertHasNot(String text, String part) {
        assertFalse(text.contains(part), () -> "'" + part + "' in:\n" + text);
    }

    @Test
    void attachedInterfaceIsAddressedAndUp() {
        host.ip("addr", "add", "192.0.2.1/24", "dev", "br0");
        change(
                        "attach-device",
                        nic(
                                SECOND,
                                "<ip address='192.0.2.7' prefix='24'/><ip address='fd00::7'"
                                        + " prefix='64'/><route address='198.51.100.0'"
                                        + " prefix='24' gateway='192.0.2.1'/><mtu size='1400'/>"
                                        + "<guest dev='data0'/>"),
                        "--persistent")
                .requireSuccess();
        String addresses = inside("ip", "addr", "show", "data0");
        assertHas(addresses, "192.0.2.7/24");
        assertHas(addresses, "fd00::7/64");
        assertHas(addresses, "mtu 1400");
        assertHas(inside("ip", "route"), "198.51.100.0/24 via 192.0.2.1");
        assertHas(inside("ping", "-c", "1", "-w", "5", "192.0.2.1"), "1 packets received");
        assertHas(run("dumpxml"), "<guest dev='data0'/>");
        assertHas(run("dumpxml", "--inactive"), "<guest dev='data0'/>");
        assertHasNot(run("dumpxml", "--inactive"), "<target dev='vsh");
    }

    @Test
    void namesAreThoseThatTheHostHas() {
        run("attach-interface", "bridge", "br0", "--mac", SECOND);
        run("detach-interface", "bridge", "--mac", FIRST);
        run("attach-interface", "direct", "near0", "--source-mode", "bridge");
        run("attach-interface", "bridge", "br1");
        List<String> ends =
                run("domiflist")
                        .lines()
                        .filter(line -> line.startsWith(" vsh"))
                        .map(line -> line.strip().split(" ")[0])
                        .sorted()
                        .toList();
        assertEquals(2, ends.size());
        assertEquals(ends, host.strangers());
        assertHas(run("domiflist", "--inactive"), FIRST);
        assertHasNot(run("domiflist", "--inactive"), SECOND);
        run("destroy");
        assertEquals(List.of(), host.strangers());
    }

    @Test
    void lastInterfaceLeavesLoopbackAlone() {
        run("detach-interface", "bridge", "--persistent");
        assertEquals(List.of(), host.strangers());
        assertEquals(1, inside("ip", "-o", "link").lines().count());
        assertHas(run("dumpxml"), "<privnet/>");
        run("destroy");
        run("start");
        assertEquals(1, inside("ip", "-o", "link").lines().count());
    }

    @Test
    void rebootKeepsWhatWasChanged() {
        run("attach-interface", "bridge", "br0", "--mac", SECOND);
        run("detach-interface", "bridge", "--mac", FIRST);
        run("domif-setlink", SECOND, "down");
        run("reset");
        container.seen();
        assertHas(inside("ip", "-o", "link"), SECOND);
        assertHasNot(inside("ip", "-o", "link"), FIRST);
        assertHas(host.ip("link", "show", host.strangers().getFirst()), "state DOWN");
        run("destroy");
        assertEquals(List.of(), host.strangers());
    }

    @Test
    void updateChangesWhatItCan() {
        change(
                        "update-device",
                        nic(FIRST, "<ip address='192.0.2.7' prefix='24'/><mtu size='1400'/>")
                                .replace("br0", "br1"))
                .requireSuccess();
        String end = host.strangers().getFirst();
        assertHas(host.ip("link", "show", end), "mtu 1400");
        assertHas(host.ip("link", "show", end), "master br1");
        assertHas(inside("ip", "addr", "show", "eth0"), "192.0.2.7/24");
        change("update-device", nic(FIRST, "<ip address='192.0.2.8' prefix='24'/>"))
                .requireSuccess();
        assertHasNot(inside("ip", "addr", "show", "eth0"), "192.0.2.7/24");
        assertHas(inside("ip", "addr", "show", "eth0"), "192.0.2.8/24");
        assertHas(host.ip("link", "show", end), "master br0");
        Vsh.Result renamed = change("update-device", nic(FIRST, "<guest dev='other0'/>"));
        assertHas(renamed.errors(), "<guest dev> cannot become another while the domain runs");
    }

    @Test
    void failureChangesNothing() {
        List<String> before = host.strangers();
        String document = run("dumpxml");
        Vsh.Result attached =
                change(
                        "attach-device",
                        nic(
                                SECOND,
                                "<ip address='192.0.2.7' prefix='24'/><route address='0.0.0.0'"
                                        + " gateway='203.0.113.1'/>"),
                        "--persistent");
        assertEquals(1, attached.status());
        assertHas(attached.errors(), "no <ip> of it is in the network of the gateway");
        Vsh.Result updated =
                change(
                        "update-device",
                        nic(
                                        FIRST,
                                        "<ip address='192.0.2.7' prefix='24'/>"
                                                + "<mtu size='1400'/><route address='0.0.0.0'"
                                                + " gateway='203.0.113.1'/>")
                                .replace("br0", "br1"));
        assertEquals(1, updated.status());
        assertEquals(before, host.strangers());
        assertEquals(2, inside("ip", "-o", "link").lines().count());
        assertHas(host.ip("link", "show", before.getFirst()), "master br0");
        assertHas(host.ip("link", "show", before.getFirst()), "mtu 1500");
        assertHasNot(inside("ip", "addr"), "192.0.2.7");
        assertEquals(document, run("dumpxml"));
        assertEquals(1, change("detach-device", nic(SECOND, "")).status());
        Vsh.Result other = change("attach-device", "<filesystem><source dir='/'/></filesystem>");
        assertEquals(1, other.status());
    }

    private Transfer transfer() {
        host.ip("addr", "add", "192.0.2.1/24", "dev", "br0");
        change("update-device", nic(FIRST, "<ip address='192.0.2.7' prefix='24'/>"))
                .requireSuccess();
        return new Transfer(host, vsh, container.name(), sandbox.folder(), "192.0.2.1");
    }

    /** Nothing is said of how fast it must be, as the machine may be busy. */
    @Test
    void transfersAreNoFasterThanTheyMayBe() {
        Transfer transfer = transfer();
        run("domiftune", FIRST, "--inbound", "200,300,20", "--live", "--config");
        assertLasts(transfer.download(200), 700);
        assertHas(run("domiftune", FIRST), "inbound.average: 200\ninbound.peak   : 300\n");
        assertHas(run("dumpxml"), "<inbound average='200' peak='300' burst='20'/>");
        run("domiftune", FIRST, "--outbound", "400,0,8", "--live");
        assertLasts(transfer.upload(900), 900);
        assertHas(run("domiftune", FIRST), "outbound.average: 400\n");
        assertHas(rules(), "table netdev vsh-" + host.strangers().getFirst());
        assertHas(rules(), "limit rate over 400000 bytes/second burst 64 kbytes drop");
        run("domiftune", FIRST, "--outbound", "300", "--live");
        assertHas(rules(), "limit rate over 300000 bytes/second");
        // The helper's own: what empties the packet filter passes over it.
        host.run("nft", "flush", "ruleset");
        assertHas(rules(), "limit rate over 300000 bytes/second");
        run("domiftune", FIRST, "--outbound", "0");
        assertEquals("", rules());
    }

    private String rules() {
        return host.run("nft", "list", "ruleset");
    }

    private static void assertLasts(Duration duration, int millis) {
        assertTrue(duration.toMillis() >= millis, duration::toString);
    }

    @Test
    void limitIsWhereTheContainerCannotReachIt() {
        String limits = "<bandwidth><inbound average='200'/></bandwidth>";
        change("update-device", nic(FIRST, limits)).requireSuccess();
        String end = host.strangers().getFirst();
        assertHas(host.run("tc", "class", "show", "dev", end), "rate 1600Kbit ceil 1600Kbit");
        assertHas(inside("ip", "link", "show", "eth0"), "qdisc noqueue");
        run("domiftune", FIRST, "--inbound", "0");
        assertEquals("", host.run("tc", "class", "show", "dev", end));
    }

    @Test
    void shutdownFromInsideTakesEverythingAlong() {
        run("attach-interface", "bridge", "br0", "--mac", SECOND);
        run("send-process-signal", "1", "kill");
        Await.until("the end", host::strangers, List::isEmpty);
    }
}
