package dev.vsh.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.it.harness.Await;
import dev.vsh.it.harness.Helpers;
import dev.vsh.it.harness.HostCommand;
import dev.vsh.it.harness.HostNetwork;
import dev.vsh.it.harness.Need;
import dev.vsh.it.harness.Onlooker;
import dev.vsh.it.harness.Requires;
import dev.vsh.it.harness.Sandbox;
import dev.vsh.it.harness.ThreadVsh;
import dev.vsh.it.harness.Vsh;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Virtual networks, seen from the containers in them, on a host whose network is a namespace of the test's. */
@Order(2)
@Requires({Need.ROOT, Need.BUSYBOX, Need.VIRTUAL_NETWORKS})
final class VirtualNetworkTest {
    private static final int ROUNDS = 10;
    private static final String NIC =
            "<interface type='network'><source network='%s'/>%s</interface>";
    private static final String FIXED =
            "<ip address='192.0.2.%d' prefix='24'/>"
                    + "<route address='0.0.0.0' gateway='192.0.2.1'/>";

    /** What udhcpc runs once it has been given an address. */
    private static final String TAKE =
            "case $1 in bound) ip addr add $ip/$mask dev $interface;"
                    + " [ -z \"$router\" ] || ip route add default via $router;"
                    + " echo nameserver $dns >/etc/resolv.conf;; esac";

    @RegisterExtension private final Sandbox sandbox = new Sandbox();

    private HostNetwork host;
    private ThreadVsh vsh;

    @BeforeEach
    void makeHost() {
        host = sandbox.hostNetwork();
        vsh = host.vsh(sandbox.vsh());
    }

    /** A network leaves nothing, whatever happened to it. */
    @AfterEach
    void endNetworks() {
        List<String> running = words("list", "--name");
        running.forEach(name -> vsh.run("destroy", name).requireSuccess());
        words("net-list", "--name").forEach(name -> vsh.run("net-destroy", name).requireSuccess());
        words("net-list", "--all", "--name")
                .forEach(name -> vsh.run("net-undefine", name).requireSuccess());
        assertEquals(List.of(), host.strangers());
        assertEquals("", onHost("nft", "list", "ruleset"));
        assertEquals(List.of(), servers());
    }

    private List<String> words(String... command) {
        return vsh.run(command)
                .requireSuccess()
                .out()
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }

    private String onHost(String... words) {
        List<String> command = new ArrayList<>(List.of(host.prefix()));
        command.addAll(List.of(words));
        return HostCommand.run(command.toArray(String[]::new));
    }

    /** Process ids of all dnsmasq of this test's. */
    private List<Long> servers() {
        return ProcessHandle.allProcesses()
                .map(ProcessHandle::pid)
                .filter(pid -> commandLine(pid).contains(sandbox.embedRoot().toString()))
                .filter(pid -> commandLine(pid).contains("dnsmasq"))
                .toList();
    }

    private static String commandLine(long pid) {
        try {
            return Files.readString(Path.of("/proc/" + pid + "/cmdline"));
        } catch (IOException _) {
            return "";
        }
    }

    private void define(String name, String children) {
        Path file = sandbox.folder().resolve(name + "-network.xml");
        try {
            Files.writeString(file, "<network><name>" + name + "</name>" + children + "</network>");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        vsh.run("net-define", file.toString()).requireSuccess();
    }

    private Onlooker start(String devices, String commands) {
        Onlooker container = Onlooker.in(sandbox, devices, commands);
        container.root().script("/take", TAKE);
        vsh.run("create", container.file()).requireSuccess();
        return container;
    }

    private Onlooker inNetwork(String network, String children, String commands) {
        return start(NIC.formatted(network, children), commands);
    }

    private static String dhcp() {
        return "udhcpc -i eth0 -s /take -q -n -t 10 -T 1; ";
    }

    private static void assertHas(String text, String part) {
        assertTrue(text.contains(part), () -> "no '" + part + "' in:\n" + text);
    }

    private static void assertHasNot(String text, String part) {
        assertFalse(text.contains(part), () -> "'" + part + "' in:\n" + text);
    }

    @Test
    void defaultNetworkGivesAddressesAndNames() {
        assertEquals(List.of("default"), words("net-list", "--all", "--name"));
        Onlooker one = inNetwork("default", "", dhcp() + "ip -o -4 addr");
        assertHas(one.seen(), "eth0    inet 192.168.");
        Onlooker two =
                inNetwork(
                        "default",
                        "",
                        dhcp()
                                + "ping -c 1 -w 5 "
                                + one.name()
                                + "; ip route; cat /etc/resolv.conf");
        String seen = two.seen();
        assertHas(seen, "1 packets received");
        assertHas(seen, "default via 192.168.");
        String leases = vsh.run("net-dhcp-leases", "default").requireSuccess().out();
        assertHas(leases, one.name());
        assertHas(leases, two.name());
        assertEquals(List.of("default"), words("net-list", "--name"));
    }

    @Test
    void fixedAddressesHaveNamesToo() {
        define("office", "<forward mode='nat'/><ip address='192.0.2.1' netmask='255.255.255.0'/>");
        Onlooker one = inNetwork("office", FIXED.formatted(7), "");
        Onlooker two =
                inNetwork(
                        "office",
                        FIXED.formatted(8),
                        "echo nameserver 192.0.2.1 >/etc/resolv.conf; ping -c 1 -w 5 192.0.2.1;"
                                + " ping -c 1 -w 5 "
                                + one.name());
        assertEquals(3, two.seen().split("1 packets received", -1).length, two::seen);
        vsh.run("destroy", one.name()).requireSuccess();
        Onlooker three =
                inNetwork(
                        "office",
                        FIXED.formatted(9),
                        "echo nameserver 192.0.2.1 >/etc/resolv.conf; ping -c 1 -w 5 "
                                + one.name());
        assertHas(three.seen(), "bad address");
    }

    @Test
    void modesDecideWhoReachesWhom() {
        define("alone", "<ip address='198.51.100.1' prefix='24'/>");
        define("office", "<forward mode='nat'/><ip address='192.0.2.1' prefix='24'/>");
        // The outside world: it has no route back, so it answers only whoever looks like the host.
        Onlooker world =
                start(
                        "<interface type='ethernet'><source><ip address='203.0.113.1'"
                                + " prefix='24'/></source><ip address='203.0.113.7'"
                                + " prefix='24'/></interface>",
                        "");
        world.seen();
        Onlooker inside = inNetwork("office", FIXED.formatted(7), "ping -c 1 -w 5 203.0.113.7");
        assertHas(inside.seen(), "1 packets received");
        Onlooker lonely =
                inNetwork(
                        "alone",
                        "<ip address='198.51.100.7' prefix='24'/>"
                                + "<route address='0.0.0.0' gateway='198.51.100.1'/>",
                        "ping -c 1 -w 5 198.51.100.1; echo that was the bridge;"
                                + " ping -c 1 -w 2 203.0.113.7; ping -c 1 -w 2 192.0.2.7");
        String seen = lonely.seen();
        assertHas(seen.split("that was the bridge")[0], "1 packets received");
        assertHasNot(seen.split("that was the bridge")[1], "1 packets received");
        Onlooker curious = inNetwork("office", FIXED.formatted(8), "ping -c 1 -w 2 198.51.100.7");
        assertHasNot(curious.seen(), "1 packets received");
    }

    @Test
    void nextStartMendsWhatWasLost() {
        Onlooker one = inNetwork("default", "", "");
        long server = servers().getFirst();
        HostCommand.run("kill", "-9", Long.toString(server));
        Await.until("the server's end", () -> commandLine(server), String::isEmpty);
        assertHas(vsh.run("net-info", "default").out(), "dnsmasq " + server + " has ended");
        Onlooker two = inNetwork("default", "", dhcp() + "ip -o -4 addr");
        assertHas(two.seen(), "eth0    inet 192.168.");
        assertHasNot(vsh.run("net-info", "default").out(), "Trouble");
        onHost("nft", "flush", "ruleset");
        assertHas(vsh.run("net-info", "default").out(), "are gone");
        vsh.run("net-start", "default").requireSuccess();
        assertHas(onHost("nft", "list", "ruleset"), "masquerade");
        one.seen();
    }

    @Test
    void killedHelperTakesItsNameAlong() {
        Onlooker one = inNetwork("default", "", "");
        one.seen();
        ProcessHandle helper = new Helpers(sandbox).any().orElseThrow();
        helper.destroyForcibly();
        helper.onExit().join();
        assertEquals(List.of(), words("list", "--name"));
        Onlooker two = inNetwork("default", "", dhcp() + "ping -c 1 -w 5 " + one.name());
        assertHas(two.seen(), "bad address");
    }

    @Test
    void roundsLeaveNothing() {
        for (int round = 0; round < ROUNDS; round++) {
            vsh.run("net-start default; net-destroy default").requireSuccess();
            assertEquals(List.of(), host.strangers());
            assertEquals("", onHost("nft", "list", "ruleset"));
            assertEquals(List.of(), servers());
        }
    }

    @Test
    void missingProgramIsNamedWithItsPackage() {
        for (var each : List.of(List.of("nft", "nftables"), List.of("dnsmasq", "dnsmasq-base"))) {
            String hide = "mount --bind /dev/null /usr/sbin/" + each.getFirst() + "; exec \"$@\"";
            List<String> prefix = new ArrayList<>(List.of(host.prefix()));
            prefix.addAll(List.of("unshare", "--mount", "sh", "-c", hide, "sh"));
            Vsh without = sandbox.vsh().under(prefix.toArray(String[]::new));
            Vsh.Result result = without.run("net-start", "default");
            assertEquals(1, result.status());
            assertHas(result.errors(), "install the Debian package " + each.getLast());
            assertEquals(List.of(), host.strangers());
        }
    }
}
