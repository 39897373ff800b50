package dev.vsh.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.it.harness.Await;
import dev.vsh.it.harness.BusyboxRoot;
import dev.vsh.it.harness.ContainerDocument;
import dev.vsh.it.harness.Helpers;
import dev.vsh.it.harness.HostNetwork;
import dev.vsh.it.harness.Need;
import dev.vsh.it.harness.Requires;
import dev.vsh.it.harness.Sandbox;
import dev.vsh.it.harness.Vsh;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Network interfaces, seen from inside and from a host whose network is a namespace of the test's. */
@Requires({Need.ROOT, Need.BUSYBOX, Need.NETWORK_NAMESPACES})
final class NetworkTest {
    private static final String OUT = "/out/seen";

    @RegisterExtension private final Sandbox sandbox = new Sandbox();

    private HostNetwork host;
    private List<String> before = List.of();

    @BeforeEach
    void makeHost() {
        host = new HostNetwork();
    }

    @AfterEach
    void removeHost() {
        host.close();
    }

    private Vsh vsh() {
        return sandbox.vsh().under(host.prefix());
    }

    /** A container that writes down what commands print, and stays. */
    private record Container(BusyboxRoot root, ContainerDocument document) {
        String name() {
            return document.name();
        }

        String seen() {
            return Await.until("the commands' end", () -> root.read(OUT), this::isWhole);
        }

        private boolean isWhole(String text) {
            return text.endsWith("that is all\n");
        }
    }

    private Container container(String devices, String commands) {
        BusyboxRoot root = sandbox.busyboxRoot();
        root.write(OUT, "");
        root.path(OUT).toFile().setWritable(true, false);
        root.script(
                "/look",
                "exec >" + OUT + " 2>&1\n" + commands + "\necho that is all\nexec sleep 1000");
        return new Container(root, sandbox.document(root).devices(devices).init("/look"));
    }

    /** What stands for an interface of the host's hardware. */
    private void addPair() {
        host.ip("link", "add", "near0", "type", "veth", "peer", "name", "far0");
        host.ip("link", "set", "far0", "up");
    }

    private Vsh.Result create(Container container) throws IOException {
        before = host.interfaces();
        Path file = sandbox.folder().resolve(container.name() + ".xml");
        Files.writeString(file, container.document().xml());
        return vsh().run("create", file.toString());
    }

    private String start(Container container) throws IOException {
        create(container).requireSuccess();
        return container.seen();
    }

    private static String hostdev(String device, String children) {
        return "<hostdev mode='capabilities' type='net'><source><interface>%s</interface></source>%s</hostdev>"
                .formatted(device, children);
    }

    private static String nic(String type, String source, String children) {
        return "<interface type='%s'>%s%s</interface>".formatted(type, source, children);
    }

    private void destroy(Container container) {
        vsh().run("destroy", container.name()).requireSuccess();
    }

    /** What looks like it, in one place of many lines. */
    private static void assertHas(String text, String part) {
        assertTrue(text.contains(part), () -> "no '" + part + "' in:\n" + text);
    }

    @Test
    void interfaceOfTheHostMovesInAndComesBack() throws IOException {
        addPair();
        Container container =
                container(
                        hostdev(
                                "near0",
                                "<ip address='192.0.2.7' family='ipv4' prefix='24'/>"
                                        + "<route family='ipv4' address='0.0.0.0'"
                                        + " gateway='192.0.2.1'/>"),
                        "ip -o link; ip -o addr; ip route; ip link set near0 down;"
                                + " ip link set near0 name evil");
        container.document().idMap(100_000, 65_536);
        String seen = start(container);
        assertHas(seen, "lo    inet 127.0.0.1/8");
        assertHas(seen, "near0    inet 192.0.2.7/24");
        assertHas(seen, "default via 192.0.2.1 dev near0");
        assertEquals(List.of("far0", "lo"), host.interfaces());
        destroy(container);
        assertEquals(before, host.interfaces());
    }

    @Test
    void startThatFailsGivesTheInterfaceBack() throws IOException {
        addPair();
        Container container = container(hostdev("near0", ""), "");
        container.document().init("/no/such/init");
        assertEquals(1, create(container).status());
        assertEquals(before, host.interfaces());
    }

    @Test
    void interfaceThatTheHostHasNotIsNamed() throws IOException {
        Vsh.Result result = create(container(hostdev("nope", ""), ""));
        assertHas(result.errors(), "the host has no interface 'nope'");
        assertEquals(1, result.errorLines().size(), result.errors());
    }

    @Test
    void cableEndsOnTheHostAndInTheContainer() throws IOException {
        Container container =
                container(
                        nic(
                                "ethernet",
                                "<source><ip address='192.0.2.1' prefix='24'/>"
                                        + "<route address='198.51.100.0' prefix='24'"
                                        + " gateway='192.0.2.7'/></source>",
                                "<mac address='52:54:00:12:34:56'/><mtu size='1400'/>"
                                        + "<ip address='192.0.2.7' prefix='24'/>"
                                        + "<ip address='fd00::7' prefix='64'/>"
                                        + "<route address='0.0.0.0' gateway='192.0.2.1'/>"),
                        "ip -o link; ip -o addr; ip route; ping -c 1 -w 5 192.0.2.1");
        String seen = start(container);
        assertHas(seen, "mtu 1400");
        assertHas(seen, "link/ether 52:54:00:12:34:56");
        assertHas(seen, "eth0    inet6 fd00::7/64");
        assertHas(seen, "default via 192.0.2.1 dev eth0");
        assertHas(seen, "1 packets received");
        assertHas(host.ip("route"), "198.51.100.0/24 via 192.0.2.7");
        assertHas(host.ip("link"), "alias eth0 of domain '" + container.name() + "'");
        String live = vsh().run("dumpxml", container.name()).requireSuccess().out();
        assertHas(live, "<target dev='" + hostEnd() + "'/>");
        assertHas(live, "<guest dev='eth0'/>");
        destroy(container);
        assertEquals(before, host.interfaces());
    }

    private String hostEnd() {
        return host.interfaces().stream()
                .filter(name -> !before.contains(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void killedHelperLeavesNoInterface() throws IOException {
        Container container =
                container(
                        nic("ethernet", "", "<target dev='web0'/><guest dev='inner'/>"),
                        "ip -o link");
        assertHas(start(container), "inner@");
        assertEquals(List.of("lo", "web0"), host.interfaces());
        new Helpers(sandbox).any().orElseThrow().destroyForcibly();
        Await.until("the cable's end", host::interfaces, List.of("lo")::equals);
    }

    @Test
    void cableThatIsPulledCarriesNothing() throws IOException {
        Container container =
                container(
                        nic(
                                "ethernet",
                                "<source><ip address='192.0.2.1' prefix='24'/></source>",
                                "<ip address='192.0.2.7' prefix='24'/><link state='down'/>"),
                        "ip -o link; ping -c 1 -w 1 192.0.2.1");
        String seen = start(container);
        assertHas(seen, "NO-CARRIER");
        assertFalse(seen.contains("1 packets received"), seen);
    }

    @Test
    void containersMeetOnABridge() throws IOException {
        host.ip("link", "add", "br7", "type", "bridge");
        host.ip("link", "set", "br7", "up");
        String bridge = "<source bridge='br7'/>";
        start(container(nic("bridge", bridge, "<ip address='192.0.2.8' prefix='24'/>"), ""));
        String seen =
                start(
                        container(
                                nic("bridge", bridge, "<ip address='192.0.2.9' prefix='24'/>"),
                                "ping -c 1 -w 5 192.0.2.8"));
        assertHas(seen, "1 packets received");
        Vsh.Result result = create(container(nic("bridge", "<source bridge='lo'/>", ""), ""));
        assertHas(result.errors(), "'lo' is no bridge");
        assertEquals(before, host.interfaces());
    }

    @Test
    void containersMeetOnAnInterfaceOfTheHost() throws IOException {
        addPair();
        host.ip("link", "set", "near0", "up");
        String source = "<source dev='near0' mode='bridge'/>";
        Container first =
                container(nic("direct", source, "<ip address='192.0.2.8' prefix='24'/>"), "");
        start(first);
        String seen =
                start(
                        container(
                                nic("direct", source, "<ip address='192.0.2.9' prefix='24'/>"),
                                "ping -c 1 -w 5 192.0.2.8"));
        assertHas(seen, "1 packets received");
        assertEquals(before, host.interfaces());
    }
}
