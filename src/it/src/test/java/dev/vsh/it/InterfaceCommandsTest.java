package dev.vsh.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.it.harness.Await;
import dev.vsh.it.harness.HostNetwork;
import dev.vsh.it.harness.Need;
import dev.vsh.it.harness.NetworkedHost;
import dev.vsh.it.harness.Onlooker;
import dev.vsh.it.harness.Requires;
import dev.vsh.it.harness.Sandbox;
import dev.vsh.it.harness.ThreadVsh;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The commands that look at the interfaces of a running container, and the one that pulls their cables. */
@Requires({Need.ROOT, Need.BUSYBOX, Need.NETWORK_NAMESPACES})
final class InterfaceCommandsTest {
    private static final String MAC = "52:54:00:00:00:01";
    private static final String DEVICES =
            """
            <interface type='ethernet'>
              <mac address='%s'/>
              <source><ip address='192.0.2.1' prefix='24'/></source>
              <ip address='192.0.2.7' prefix='24'/><ip address='fd00::7' prefix='64'/>
              <target dev='web0'/>
            </interface>
            <interface type='direct'><source dev='near0' mode='bridge'/></interface>
            """
                    .formatted(MAC);

    @RegisterExtension private final NetworkedHost machine = new NetworkedHost();

    private final Sandbox sandbox = machine.sandbox();
    private final HostNetwork host = machine.network();
    private final ThreadVsh vsh = machine.vsh();
    private Onlooker container;

    @BeforeEach
    void startContainer() {
        host.addPair("near0", "far0");
        container =
                Onlooker.in(
                        sandbox,
                        DEVICES,
                        "ping -c 3 -i 0.1 -w 5 192.0.2.1; ip addr add 198.51.100.7/32 dev lo");
        container.document().idMap(100_000, 65_536);
        vsh.run("define", container.file()).requireSuccess();
        vsh.run("start", container.name()).requireSuccess();
        container.seen();
    }

    private String run(String command, String... words) {
        String[] all = new String[words.length + 2];
        all[0] = command;
        all[1] = container.name();
        System.arraycopy(words, 0, all, 2, words.length);
        return vsh.run(all).requireSuccess().out();
    }

    private static void assertHas(String text, String part) {
        assertTrue(text.contains(part), () -> "no '" + part + "' in:\n" + text);
    }

    @Test
    void addressesAreThoseThatTheContainerHasNow() {
        String addresses = run("domifaddr");
        assertHas(addresses, " lo         00:00:00:00:00:00    ipv4         127.0.0.1/8\n");
        assertHas(addresses, " -          -                    ipv4         198.51.100.7/32\n");
        assertHas(addresses, " eth0       " + MAC + "    ipv4         192.0.2.7/24\n");
        assertHas(addresses, " -          -                    ipv6         fd00::7/64\n");
        assertHas(
                vsh.run("list", "--address").requireSuccess().out(),
                "   running   198.51.100.7, 192.0.2.7, fd00::7\n");
        assertHas(run("domiflist"), " web0        ethernet   -        -       " + MAC + "\n");
    }

    @Test
    void countersAreTheContainers() {
        String cable = run("domifstat", MAC);
        assertTrue(number(cable, "rx_packets") >= 3, cable);
        assertTrue(number(cable, "tx_bytes") >= 3 * 64, cable);
        String host = run("domifstat", "web0");
        assertTrue(number(host, "tx_packets") >= number(cable, "tx_packets"), host);
    }

    private static long number(String text, String name) {
        return text.lines()
                .filter(line -> line.contains(" " + name + " "))
                .mapToLong(line -> Long.parseLong(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " in:\n" + text));
    }

    @Test
    void cableIsPulledAndPluggedInAgain() {
        run("domif-setlink", "web0", "down");
        assertEquals("web0 down", run("domif-getlink", "web0").strip());
        assertEquals("web0 up", run("domif-getlink", "web0", "--config").strip());
        assertHas(run("dumpxml"), "<link state='down'/>");
        assertHas(host.ip("link", "show", "web0"), "state DOWN");
        run("domif-setlink", MAC, "up");
        assertEquals("web0 up", run("domif-getlink", "web0").strip());
        Await.until(
                "carrier",
                () -> host.ip("link", "show", "web0"),
                text -> text.contains("state UP"));
    }

    @Test
    void nextStartHasThePulledCable() {
        run("domif-setlink", "web0", "down", "--config");
        assertHas(host.ip("link", "show", "web0"), "state UP");
        run("destroy");
        run("start");
        assertHas(host.ip("link", "show", "web0"), "state DOWN");
    }
}
