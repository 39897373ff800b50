package dev.vsh.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.driver.DriverException;
import dev.vsh.it.harness.Await;
import dev.vsh.it.harness.ContainerDocument;
import dev.vsh.it.harness.Helpers;
import dev.vsh.it.harness.HostCommand;
import dev.vsh.it.harness.HostNetwork;
import dev.vsh.it.harness.Need;
import dev.vsh.it.harness.Onlooker;
import dev.vsh.it.harness.Requires;
import dev.vsh.it.harness.Sandbox;
import dev.vsh.it.harness.ThreadVsh;
import dev.vsh.it.harness.Transfer;
import dev.vsh.it.harness.Vsh;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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

    /** The same for dhclient. */
    private static final String TAKE_IPV6 =
            "#!/bin/sh\n[ -z \"$new_ip6_address\" ] ||"
                    + " ip -6 addr add $new_ip6_address/128 dev $interface nodad\n";

    /** Until nobody else can have the address that it asks by. */
    private static final String LOCAL =
            "until ip -6 addr show dev eth0 -tentative | grep -q fe80; do sleep 0.1; done; ";

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
        assertEquals("", host.run("nft", "list", "ruleset"));
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
                                + " ping -c 1 -W 1 203.0.113.7; ping -c 1 -W 1 192.0.2.7");
        String seen = lonely.seen();
        assertHas(seen.split("that was the bridge")[0], "1 packets received");
        assertHasNot(seen.split("that was the bridge")[1], "1 packets received");
        Onlooker curious = inNetwork("office", FIXED.formatted(8), "ping -c 1 -W 1 198.51.100.7");
        assertHasNot(curious.seen(), "1 packets received");
    }

    /** Those that can be told from their rules: what they let through is the kernel's business. */
    @Test
    void routesAreOpenAndIsolatedNetworksApart() {
        define("one", "<ip address='198.51.100.1' prefix='24'/>");
        define("two", "<ip address='192.0.2.1' prefix='24'/>");
        define("routed", "<forward mode='route'/><ip address='203.0.113.1' prefix='25'/>");
        define("open", "<forward mode='open'/><ip address='203.0.113.129' prefix='25'/>");
        host.addBridge("br0");
        define("bridged", "<forward mode='bridge'/><bridge name='br0'/>");
        Onlooker two = inNetwork("two", FIXED.formatted(7), "");
        Onlooker routed =
                inNetwork(
                        "routed",
                        "<ip address='203.0.113.7' prefix='25'/><route address='0.0.0.0'"
                                + " gateway='203.0.113.1'/>",
                        "");
        two.seen();
        routed.seen();
        Onlooker one =
                inNetwork(
                        "one",
                        "<ip address='198.51.100.7' prefix='24'/><route address='0.0.0.0'"
                                + " gateway='198.51.100.1'/>",
                        "ping -c 1 -W 1 192.0.2.7; ping -c 1 -W 1 203.0.113.7");
        Onlooker open =
                inNetwork(
                        "open",
                        "<ip address='203.0.113.200' prefix='25'/><route address='0.0.0.0'"
                                + " gateway='203.0.113.129'/>",
                        "ping -c 1 -w 5 203.0.113.7; ping -c 1 -W 1 192.0.2.7");
        Onlooker bridged = inNetwork("bridged", "", "");
        assertHasNot(one.seen(), "1 packets received");
        assertEquals(2, open.seen().split("1 packets received", -1).length, open::seen);
        bridged.seen();
        assertHas(host.run("ip", "link", "show", "master", "br0"), "vsh");
        assertHas(vsh.run("domiflist", bridged.name()).out(), " network   bridged ");
        assertHas(
                vsh.run("dumpxml", bridged.name()).out(),
                "<source network='bridged' bridge='br0'/>");
    }

    @Test
    void addressesAreGivenAsTheDocumentSays() {
        define(
                "office",
                "<forward mode='nat'><nat><address start='203.0.113.5' end='203.0.113.6'/>"
                        + "<port start='2000' end='3000'/></nat></forward>"
                        + "<ip address='192.0.2.1' prefix='24'><dhcp>"
                        + "<range start='192.0.2.100' end='192.0.2.101'/>"
                        + "<host mac='52:54:00:00:00:07' ip='192.0.2.50'/></dhcp></ip>"
                        + "<ip family='ipv6' address='fd00:7::1' prefix='64'/>");
        String nic =
                "<interface type='network'><mac address='%s'/><source network='office'/>%s"
                        + "</interface>";
        Onlooker known = start(nic.formatted("52:54:00:00:00:07", ""), dhcp() + "ip -o -4 addr");
        assertHas(known.seen(), "192.0.2.50/24");
        assertHas(host.run("nft", "list", "ruleset"), "203.0.113.5-203.0.113.6:2000-3000");
        vsh.run(
                        "net-update",
                        "office",
                        "add",
                        "ip-dhcp-host",
                        "<host mac='52:54:00:00:00:08' ip='192.0.2.60'/>",
                        "--live")
                .requireSuccess();
        vsh.run(
                        "net-update",
                        "office",
                        "add",
                        "dns-host",
                        "<host ip='192.0.2.1'><hostname>gate</hostname></host>",
                        "--live",
                        "--config")
                .requireSuccess();
        Onlooker late =
                start(
                        nic.formatted("52:54:00:00:00:08", "<ip address='fd00:7::8' prefix='64'/>"),
                        "echo nameserver 192.0.2.1 >/etc/resolv.conf; "
                                + dhcp()
                                + "ip -o -4 addr; ping -c 1 -w 5 fd00:7::1; ping -c 1 -w 5 gate");
        assertHas(late.seen(), "192.0.2.60/24");
        assertEquals(3, late.seen().split("1 packets received", -1).length, late::seen);
        String leased = vsh.run("domifaddr", late.name(), "--source", "lease").out();
        assertHas(leased, "192.0.2.60/24");
        assertHas(vsh.run("domifaddr", late.name(), "--source", "arp").out(), "192.0.2.60/0");
        assertHas(vsh.run("net-dumpxml", "office").out(), "52:54:00:00:00:08");
        String definition = vsh.run("net-dumpxml", "office", "--inactive").out();
        assertHasNot(definition, "52:54:00:00:00:08");
        assertHas(definition, "<hostname>gate</hostname>");
        Vsh.Result unlike =
                vsh.run("net-update", "office", "delete", "dns-txt", "<txt name='a' value='b'/>");
        assertHas(unlike.errors(), "couldn't locate a matching DNS TXT record entry");
    }

    /** One network gives addresses away, in the other everybody makes one; both say who the router is. */
    @Test
    @Requires({Need.DHCLIENT})
    void addressesOfIpv6AreGivenOrMade() {
        String ip = "<forward mode='route'/><ip family='ipv6' address='%s::1' prefix='64'>%s</ip>";
        define(
                "giving",
                ip.formatted(
                        "fd00:1", "<dhcp><range start='fd00:1::100' end='fd00:1::1ff'/></dhcp>"));
        define("making", ip.formatted("fd00:2", ""));
        Path given = sandbox.folder().resolve("given");
        String giving =
                ipv6(
                        "giving",
                        LOCAL + "dhclient -6 -1 -lf $0-leases -pf $0-pid -sf $0-take eth0",
                        given,
                        "fd00:1::1");
        Path made = sandbox.folder().resolve("made");
        ipv6(
                "making",
                "until ip -6 addr | grep 'inet6 fd00:2::.* dynamic'; do sleep 0.1; done",
                made,
                "fd00:2::1");
        assertHas(seen(given), "inet6 fd00:1::1");
        List.of(given, made)
                .forEach(
                        file -> {
                            assertHas(seen(file), "1 packets received");
                            assertHas(seen(file), "default via fe80:");
                        });
        assertHas(seen(made), "inet6 fd00:2::5054:ff:fe");
        assertHas(vsh.run("net-dhcp-leases", "giving").out(), " ipv6 ");
        assertHas(vsh.run("domifaddr", giving, "--source", "lease").out(), "fd00:1::1");
    }

    private static String seen(Path file) {
        return Await.until("its commands' end", () -> text(file), text -> text.endsWith("end\n"));
    }

    private static String text(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /**
     * A container with the host's programs.
     *
     * @param file where it writes down what it sees
     * @return its name
     */
    private String ipv6(String network, String commands, Path file, String host) {
        String look =
                "; until ip -6 route | grep -q ^default; do sleep 0.1; done; ip -6 addr; ip -6"
                        + " route; busybox ping -c 1 -w 5 "
                        + host
                        + "; echo end; exec sleep 1000";
        ContainerDocument container =
                sandbox.document()
                        .devices(NIC.formatted(network, "<mac address='52:54:00:00:00:0a'/>"))
                        .init(
                                "/bin/sh",
                                "-c",
                                "exec >$0 2>&1; " + commands + look,
                                file.toString());
        try {
            Path take = Files.writeString(Path.of(file + "-take"), TAKE_IPV6);
            take.toFile().setExecutable(true);
            Path document = Files.writeString(Path.of(file + ".xml"), container.xml());
            vsh.run("create", document.toString()).requireSuccess();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return container.name();
    }

    @Test
    void networksOwnLimitsAreOfItsBridge() {
        Transfer transfer = limited("<inbound average='200' burst='20'/>");
        Duration download = transfer.download(200);
        assertTrue(download.toMillis() >= 850, download::toString);
        assertHas(host.run("tc", "class", "show", "dev", "office0"), "rate 1600Kbit");
    }

    @Test
    void networksOwnLimitsAreOfWhatItSends() {
        Transfer transfer = limited("<outbound average='400'/>");
        Duration upload = transfer.upload(900);
        assertTrue(upload.toMillis() >= 900, upload::toString);
        assertHas(
                host.run("nft", "list", "table", "netdev", "vsh-office0"),
                "limit rate over 400000 bytes/second burst 64 kbytes drop");
    }

    private Transfer limited(String limits) {
        define(
                "office",
                "<bridge name='office0'/><bandwidth>"
                        + limits
                        + "</bandwidth><ip address='192.0.2.1' prefix='24'/>");
        Onlooker one = inNetwork("office", FIXED.formatted(7), "");
        one.seen();
        return new Transfer(host, vsh, one.name(), sandbox.folder(), "192.0.2.1");
    }

    @Test
    void markedNetworksStartTogether() {
        define("one", "<ip address='198.51.100.1' prefix='24'/>");
        define("two", "<bridge name='lo'/><ip address='192.0.2.1' prefix='24'/>");
        vsh.run("net-autostart one; net-autostart two").requireSuccess();
        String failure =
                vsh.connected(
                        connection -> {
                            try {
                                connection.networks().startAutostarted();
                                return "none";
                            } catch (DriverException e) {
                                return String.valueOf(e.getMessage());
                            }
                        });
        assertHas(failure, "cannot start network 'two'");
        assertEquals(List.of("one"), words("net-list", "--name"));
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
        host.run("nft", "flush", "ruleset");
        assertHas(vsh.run("net-info", "default").out(), "are gone");
        vsh.run("net-start", "default").requireSuccess();
        assertHas(host.run("nft", "list", "ruleset"), "masquerade");
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
            assertEquals("", host.run("nft", "list", "ruleset"));
            assertEquals(List.of(), servers());
        }
    }

    @Test
    @Tag("soak")
    void hundredStartsLeaveTheHostAsItWas() {
        Onlooker container =
                Onlooker.in(
                        sandbox, NIC.formatted("default", "") + NIC.formatted("default", ""), "");
        vsh.run("define", container.file()).requireSuccess();
        vsh.run("net-start", "default").requireSuccess();
        String before = hostState();
        String round = "start %1$s; destroy %1$s; ".formatted(container.name());
        vsh.run(round.repeat(100).strip()).requireSuccess();
        Await.until("the host to be as it was", this::hostState, before::equals);
        vsh.run("undefine", container.name()).requireSuccess();
    }

    private String hostState() {
        return host.run("ip", "-o", "link")
                + host.run("nft", "list", "ruleset")
                + servers()
                + new Helpers(sandbox).any().isPresent();
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
