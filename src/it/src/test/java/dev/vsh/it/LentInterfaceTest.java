package dev.vsh.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.it.harness.Await;
import dev.vsh.it.harness.Helpers;
import dev.vsh.it.harness.HostNetwork;
import dev.vsh.it.harness.Need;
import dev.vsh.it.harness.NetworkedHost;
import dev.vsh.it.harness.Onlooker;
import dev.vsh.it.harness.Requires;
import dev.vsh.it.harness.Sandbox;
import dev.vsh.it.harness.ThreadVsh;
import dev.vsh.it.harness.Vsh;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code <hostdev type='net'>}: an interface of the host moves in and comes back. */
@Requires({Need.ROOT, Need.BUSYBOX, Need.NETWORK_NAMESPACES})
final class LentInterfaceTest {
    private static final String HOSTDEV =
            "<hostdev mode='capabilities'"
                    + " type='net'><source><interface>%s</interface></source>%s</hostdev>";

    @RegisterExtension private final NetworkedHost machine = new NetworkedHost();

    private final Sandbox sandbox = machine.sandbox();
    private final HostNetwork host = machine.network();
    private final ThreadVsh vsh = machine.vsh();

    @BeforeEach
    void makeHost() {
        host.addPair("near0", "far0");
    }

    private Onlooker container(String device, String children, String commands) {
        return Onlooker.in(sandbox, HOSTDEV.formatted(device, children), commands);
    }

    private Onlooker start(Onlooker container) {
        vsh.run("create", container.file()).requireSuccess();
        return container;
    }

    private Vsh.Result destroy(Onlooker container) {
        return vsh.run("destroy", container.name()).requireSuccess();
    }

    private static void assertHas(String text, String part) {
        assertTrue(text.contains(part), () -> "no '" + part + "' in:\n" + text);
    }

    @Test
    void comesBackWhateverTheContainerDidToIt() {
        Onlooker container =
                container(
                        "near0",
                        "<ip address='192.0.2.7' family='ipv4' prefix='24'/>"
                                + "<route family='ipv4' address='0.0.0.0' gateway='192.0.2.1'/>",
                        "ip -o addr; ip route; ip link set near0 down;"
                                + " ip link set near0 name evil && echo renamed");
        container.document().idMap(100_000, 65_536);
        String seen = start(container).seen();
        assertHas(seen, "lo    inet 127.0.0.1/8");
        assertHas(seen, "near0    inet 192.0.2.7/24");
        assertHas(seen, "default via 192.0.2.1 dev near0");
        assertHas(seen, "renamed");
        assertEquals(List.of("near0"), host.missing());
        destroy(container);
        assertEquals(List.of(), host.missing());
    }

    @Test
    void comesBackWhenTheInitEnds() {
        Onlooker container = container("near0", "", "");
        container.document().init("/bin/true");
        start(container);
        Await.until("its return", host::missing, List::isEmpty);
    }

    @Test
    void comesBackByAnotherNameWhenItsOwnIsTaken() {
        Onlooker container = start(container("near0", "", ""));
        host.addPair("near0", "other0");
        destroy(container);
        String name = host.strangers().getFirst();
        assertTrue(name.matches("dev[0-9]+"), name);
        host.ip("link", "delete", name);
    }

    @Test
    void isThereAgainAfterAReboot() {
        Onlooker container =
                container(
                        "near0",
                        "<ip address='192.0.2.7' prefix='24'/>",
                        "ip -o addr; [ -e /again ] || { touch /again; reboot -f; }");
        container.document().elements("<on_reboot>restart</on_reboot>");
        assertHas(start(container).seen(), "near0    inet 192.0.2.7/24");
        destroy(container);
        assertEquals(List.of(), host.missing());
    }

    @Test
    void movesInAndOutWhileTheContainerRuns() throws IOException {
        Onlooker container = start(Onlooker.in(sandbox, "", ""));
        Path file =
                Files.writeString(
                        sandbox.folder().resolve("device.xml"),
                        HOSTDEV.formatted("near0", "<ip address='192.0.2.7' prefix='24'/>"));
        change("attach-device", container, file);
        assertEquals(List.of("near0"), host.missing());
        String inside =
                vsh.run("exec", container.name(), "--", "ip", "-o", "addr").requireSuccess().out();
        assertHas(inside, "near0    inet 192.0.2.7/24");
        assertHas(vsh.run("dumpxml", container.name()).out(), "<interface>near0</interface>");
        change("detach-device", container, file);
        assertEquals(List.of(), host.missing());
        change("attach-device", container, file);
        destroy(container);
        assertEquals(List.of(), host.missing());
    }

    private void change(String command, Onlooker container, Path device) {
        vsh.run(command, container.name(), device.toString(), "--live").requireSuccess();
    }

    @Test
    void isGivenBackByAStartThatFails() {
        Onlooker container = container("near0", "", "");
        container.document().init("/no/such/init");
        assertEquals(1, vsh.run("create", container.file()).status());
        assertEquals(List.of(), host.missing());
    }

    @Test
    void isGivenBackWhenTheNextOneCannotBeHad() {
        Onlooker container = container("near0", "", "");
        container.document().devices("<interface type='bridge'><source bridge='br8'/></interface>");
        assertHas(vsh.run("create", container.file()).errors(), "the host has no interface 'br8'");
        assertEquals(List.of(), host.missing());
        assertEquals(List.of(), host.strangers());
    }

    @Test
    void whatCannotBeLentIsNamed() {
        String problem = vsh.run("create", container("nope", "", "").file()).errors();
        assertHas(problem, "the host has no interface 'nope': ip link");
        host.addBridge("br7");
        String bridge = vsh.run("create", container("br7", "", "").file()).errors();
        assertHas(bridge, "one of its kind (lo, a bridge) cannot leave the host");
    }

    /** The kernel destroys a virtual one with the network it is in; hardware returns to the machine's first network. */
    @Test
    void goesWithAKilledHelper() {
        start(container("near0", "", "")).seen();
        new Helpers(sandbox).any().orElseThrow().destroyForcibly();
        Await.until("the end of the pair", host::missing, List.of("far0", "near0")::equals);
    }
}
