package dev.vsh.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.it.harness.Await;
import dev.vsh.it.harness.DhcpClient;
import dev.vsh.it.harness.HostNetwork;
import dev.vsh.it.harness.Libvirt;
import dev.vsh.it.harness.Need;
import dev.vsh.it.harness.NetworkedHost;
import dev.vsh.it.harness.Onlooker;
import dev.vsh.it.harness.Requires;
import dev.vsh.it.harness.Transfer;
import dev.vsh.it.harness.Vsh;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who reaches whom through virtual networks and how fast, also beside those of others. */
@Order(2)
@Requires({Need.ROOT, Need.BUSYBOX, Need.VIRTUAL_NETWORKS})
final class ForwardModesTest {
    private static final String WORLD = "203.0.113.7";
    private static final String NAT = "192.0.2.7";
    private static final String ROUTED = "192.0.2.71";
    private static final String OPEN = "192.0.2.135";
    private static final String ONE = "198.51.100.7";
    private static final String TWO = "198.51.100.71";
    private static final String FORWARDING = "net.ipv4.ip_forward";

    @RegisterExtension private final NetworkedHost machine = new NetworkedHost();

    private Onlooker at(String network, String address, String gateway) {
        return Onlooker.in(
                machine.sandbox(),
                "<interface type='network'><source network='%s'/><ip address='%s' prefix='26'/>"
                                .formatted(network, address)
                        + "<route address='0.0.0.0' gateway='%s'/></interface>".formatted(gateway),
                "");
    }

    /** The outside world: without a route back it answers only whoever looks like the host. */
    private Onlooker world() {
        return Onlooker.in(
                machine.sandbox(),
                "<interface type='ethernet'><source><ip address='203.0.113.1'"
                        + " prefix='24'/></source><ip address='"
                        + WORLD
                        + "' prefix='24'/></interface>",
                "");
    }

    /** In one line, for which several helpers are made ready at a time. */
    private void start(Onlooker... containers) {
        String line =
                Stream.of(containers)
                        .map(container -> "create " + container.file())
                        .collect(Collectors.joining("; "));
        machine.vsh().run(line).requireSuccess();
    }

    /** Nobody asks it for names. */
    private void define(String name, String children) {
        machine.define(name, "<dns enable='no'/>" + children);
    }

    @Test
    void modesDecideWhoReachesWhom() {
        define("nat", "<forward mode='nat'/><ip address='192.0.2.1' prefix='26'/>");
        define("routed", "<forward mode='route'/><ip address='192.0.2.65' prefix='26'/>");
        define("open", "<forward mode='open'/><ip address='192.0.2.129' prefix='26'/>");
        define("one", "<ip address='198.51.100.1' prefix='26'/>");
        define("two", "<ip address='198.51.100.65' prefix='26'/>");
        Onlooker world = world();
        Onlooker nat = at("nat", NAT, "192.0.2.1");
        Onlooker routed = at("routed", ROUTED, "192.0.2.65");
        Onlooker open = at("open", OPEN, "192.0.2.129");
        Onlooker one = at("one", ONE, "198.51.100.1");
        start(world, nat, routed, open, one, at("two", TWO, "198.51.100.65"));
        assertEquals(Set.of(WORLD), reached(nat, Set.of(WORLD)));
        run(world, "ip route add default via 203.0.113.1");
        assertReach(
                Map.of(
                        world, Set.of(ROUTED, OPEN),
                        nat, Set.of(WORLD, ROUTED, OPEN),
                        routed, Set.of(WORLD, OPEN),
                        open, Set.of(WORLD, ROUTED),
                        one, Set.of()));
        // But whoever is in an isolated network reaches the host.
        assertEquals(Set.of("198.51.100.1"), reached(one, Set.of("198.51.100.1")));
    }

    private void assertReach(Map<Onlooker, Set<String>> expected) {
        Map<String, Set<String>> wanted = new TreeMap<>();
        expected.forEach((container, places) -> wanted.put(container.name(), places));
        Map<String, Set<String>> found = new ConcurrentSkipListMap<>();
        expected.keySet().parallelStream()
                .forEach(
                        container ->
                                found.put(
                                        container.name(),
                                        reached(
                                                container,
                                                Set.of(WORLD, NAT, ROUTED, OPEN, ONE, TWO))));
        assertEquals(wanted, found);
    }

    /** Which of these, but for its own, answer a container. */
    private Set<String> reached(Onlooker from, Set<String> addresses) {
        String each =
                "ip -o addr | grep -q \"$a/\" || ! ping -c 1 -w 3 $a >/dev/null 2>&1 || echo $a";
        String answers =
                run(
                        from,
                        "for a in %s; do { %s; } & done; wait"
                                .formatted(String.join(" ", addresses), each));
        return answers.lines().collect(Collectors.toSet());
    }

    private String run(Onlooker container, String script) {
        return machine.vsh()
                .run("exec", container.name(), "--", "sh", "-c", script)
                .requireSuccess()
                .out();
    }

    @Test
    void bridgeOfTheHostsIsPluggedInto() {
        machine.network().addBridge("br0");
        machine.define("bridged", "<forward mode='bridge'/><bridge name='br0'/>");
        Onlooker bridged = machine.inNetwork("bridged", "", "");
        assertHas(machine.network().run("ip", "link", "show", "master", "br0"), "vsh");
        assertHas(machine.vsh().run("domiflist", bridged.name()).out(), " network   bridged ");
        assertHas(
                machine.vsh().run("dumpxml", bridged.name()).out(),
                "<source network='bridged' bridge='br0'/>");
    }

    @Test
    void networksOwnLimitsAreOfItsBridge() {
        define(
                "office",
                "<bridge name='office0'/><bandwidth><inbound average='200' burst='20'/>"
                        + "<outbound average='400'/></bandwidth>"
                        + "<ip address='192.0.2.1' prefix='26'/>");
        Onlooker one = at("office", NAT, "192.0.2.1");
        start(one);
        var transfer =
                new Transfer(
                        machine.network(),
                        machine.vsh(),
                        one.name(),
                        machine.sandbox().folder(),
                        "192.0.2.1");
        assertLasts(850, transfer.download(200));
        assertHas(machine.network().run("tc", "class", "show", "dev", "office0"), "rate 1600Kbit");
        assertLasts(900, transfer.upload(900));
        assertHas(machine.rules(), "limit rate over 400000 bytes/second burst 64 kbytes drop");
    }

    private static void assertLasts(long millis, Duration duration) {
        assertTrue(duration.toMillis() >= millis, duration::toString);
    }

    /** It stays so: nobody can know who else has come to count on it. */
    @Test
    void forwardingIsSwitchedOnByWhoNeedsItAndSaid() {
        HostNetwork network = machine.network();
        network.run("sysctl", "-qw", FORWARDING + "=0");
        machine.define("isolated", "<ip address='192.0.2.1' prefix='24'/>");
        Vsh shell = machine.sandbox().vsh().under(network.prefix());
        assertEquals("", shell.run("net-start", "isolated").requireSuccess().errors());
        assertEquals("0\n", network.run("sysctl", "-n", FORWARDING));
        assertHas(shell.run("net-start", "default").requireSuccess().errors(), FORWARDING);
        machine.vsh().run("net-destroy", "default").requireSuccess();
        assertEquals("1\n", network.run("sysctl", "-n", FORWARDING));
    }

    /** With their bridges and their dnsmasq, whoever comes first. */
    @Test
    @Requires(Need.LIBVIRT)
    void defaultStandsBesideLibvirtsAndLxcs() throws IOException {
        HostNetwork network = machine.network();
        network.addBridge("lxcbr0");
        network.ip("addr", "add", "10.0.3.1/24", "dev", "lxcbr0");
        String theirs =
                machine.file(
                        "theirs.xml",
                        "<network><name>default</name><forward mode='open'/><bridge name='virbr0'/>"
                                + "<ip address='192.168.122.1' netmask='255.255.255.0'><dhcp>"
                                + "<range start='192.168.122.2' end='192.168.122.254'/></dhcp></ip>"
                                + "</network>");
        Process lxc = lxcServer();
        try (Libvirt libvirt = machine.sandbox().libvirt(network)) {
            libvirt.virsh("net-create", theirs);
            assertServed("<interface type='network'><source network='default'/>", "192.168.");
            assertServed("<interface type='bridge'><source bridge='virbr0'/>", "192.168.122.");
            assertServed("<interface type='bridge'><source bridge='lxcbr0'/>", "10.0.3.");
            libvirt.virsh("net-destroy", "default");
            // libvirt does not wait for the end of its server.
            Await.until(
                    "192.168.122.1 to be free",
                    () -> network.run("cat", "/proc/net/tcp", "/proc/net/udp"),
                    sockets -> !sockets.contains(" 017AA8C0:"));
            libvirt.virsh("net-create", theirs);
            libvirt.virsh("net-destroy", "default");
        } finally {
            lxc.destroyForcibly().onExit().join();
        }
    }

    /** As the script lxc-net starts it. */
    private Process lxcServer() throws IOException {
        List<String> command = new ArrayList<>(List.of(machine.network().prefix()));
        Path folder = machine.sandbox().folder();
        command.addAll(
                List.of(
                        "dnsmasq",
                        "--keep-in-foreground",
                        "--conf-file=/dev/null",
                        "--user=root",
                        "--strict-order",
                        "--bind-interfaces",
                        "--pid-file=" + folder.resolve("lxc.pid"),
                        "--listen-address=10.0.3.1",
                        "--dhcp-range=10.0.3.2,10.0.3.254",
                        "--dhcp-lease-max=253",
                        "--dhcp-no-override",
                        "--except-interface=lo",
                        "--interface=lxcbr0",
                        "--dhcp-leasefile=" + folder.resolve("lxc.leases"),
                        "--dhcp-authoritative"));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("lxc.log").toFile())
                .start();
    }

    private void assertServed(String nic, String address) {
        Onlooker container =
                machine.start(nic + "</interface>", DhcpClient.ASK + "ip -o -4 addr show eth0");
        assertHas(container.seen(), "inet " + address);
    }

    private static void assertHas(String text, String part) {
        assertTrue(text.contains(part), () -> "no '" + part + "' in:\n" + text);
    }
}
