package dev.vsh.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.it.harness.Await;
import dev.vsh.it.harness.ContainerDocument;
import dev.vsh.it.harness.DhcpClient;
import dev.vsh.it.harness.Need;
import dev.vsh.it.harness.NetworkedHost;
import dev.vsh.it.harness.Onlooker;
import dev.vsh.it.harness.Requires;
import dev.vsh.it.harness.Vsh;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Who has which address and name in virtual networks, seen from the containers in them. */
@Order(2)
@Requires({Need.ROOT, Need.BUSYBOX, Need.VIRTUAL_NETWORKS})
final class VirtualNetworkTest {
    private static final String NIC =
            "<interface type='network'><source network='%s'/>%s</interface>";
    private static final String FIXED =
            "<ip address='192.0.2.%d' prefix='24'/>"
                    + "<route address='0.0.0.0' gateway='192.0.2.1'/>";

    /** What dhclient runs once it has been given an address. */
    private static final String TAKE_IPV6 =
            "#!/bin/sh\n[ -z \"$new_ip6_address\" ] ||"
                    + " ip -6 addr add $new_ip6_address/128 dev $interface nodad\n";

    /** Until nobody else can have the address that it asks by. */
    private static final String LOCAL =
            "until ip -6 addr show dev eth0 -tentative | grep -q fe80; do sleep 0.1; done; ";

    @RegisterExtension private final NetworkedHost machine = new NetworkedHost();

    @Test
    void defaultNetworkGivesAddressesAndNames() {
        assertEquals(List.of("default"), machine.names("net-list", "--all", "--name"));
        Onlooker one = machine.inNetwork("default", "", DhcpClient.ASK + "ip -o -4 addr");
        assertHas(one.seen(), "eth0    inet 192.168.");
        Onlooker two =
                machine.inNetwork(
                        "default",
                        "",
                        DhcpClient.ASK
                                + "ping -c 1 -w 5 "
                                + one.name()
                                + "; ip route; cat /etc/resolv.conf");
        String seen = two.seen();
        assertHas(seen, "1 packets received");
        assertHas(seen, "default via 192.168.");
        String leases = machine.vsh().run("net-dhcp-leases", "default").requireSuccess().out();
        assertHas(leases, one.name());
        assertHas(leases, two.name());
        assertEquals(List.of("default"), machine.names("net-list", "--name"));
    }

    /** The first sample of libvirt's page about its LXC driver, letter by letter. */
    @Test
    void sampleOfLibvirtsPageWorksAsPrinted() {
        String sample =
                """
                <domain type='lxc'>
                  <name>vm1</name>
                  <memory>500000</memory>
                  <os>
                    <type>exe</type>
                    <init>/bin/sh</init>
                  </os>
                  <vcpu>1</vcpu>
                  <clock offset='utc'/>
                  <on_poweroff>destroy</on_poweroff>
                  <on_reboot>restart</on_reboot>
                  <on_crash>destroy</on_crash>
                  <devices>
                    <emulator>/usr/libexec/libvirt_lxc</emulator>
                    <interface type='network'>
                      <source network='default'/>
                    </interface>
                    <console type='pty' />
                  </devices>
                </domain>
                """;
        for (String name : List.of("vm1", "vm2")) {
            String file = machine.file(name + ".xml", sample.replace("vm1", name));
            machine.vsh().run("define", file).requireSuccess();
            machine.vsh().run("start", name).requireSuccess();
            String lease = in(name, "busybox udhcpc -i eth0 -s " + taker() + " -q -n -t 10 -T 1");
            assertHas(lease, "obtained");
        }
        // The container has the host's files: its own name server is put over the host's.
        String resolve = "mount --bind " + machine.file("resolv.conf", "") + " /etc/resolv.conf; ";
        String gateway =
                in("vm1", "ip route | sed -n 's/^default via \\([0-9.]*\\) .*/\\1/p'").strip();
        in("vm1", resolve + "echo nameserver " + gateway + " >/etc/resolv.conf");
        machine.file("served", "hello from a neighbour");
        in("vm2", "busybox httpd -p 8080 -h " + machine.sandbox().folder());
        String seen =
                in(
                        "vm1",
                        "busybox ping -c 1 -w 5 "
                                + gateway
                                + "; busybox ping -c 1 -w 5 vm2;"
                                + " busybox wget -q -O - http://vm2:8080/served");
        assertEquals(3, seen.split("1 packets received", -1).length, seen);
        assertHas(seen, "hello from a neighbour");
    }

    private String taker() {
        String file =
                machine.file(
                        "take",
                        "#!/bin/sh\ncase $1 in bound) ip addr add $ip/$mask dev $interface;"
                                + " ip route add default via $router;; esac\n");
        Path.of(file).toFile().setExecutable(true);
        return file;
    }

    private String in(String container, String script) {
        Vsh.Result result =
                machine.vsh().run("exec", container, "--", "sh", "-c", script + " 2>&1");
        return result.requireSuccess().out();
    }

    @Test
    void fixedAddressesHaveNamesToo() {
        machine.define(
                "office", "<forward mode='nat'/><ip address='192.0.2.1' netmask='255.255.255.0'/>");
        Onlooker one = machine.inNetwork("office", FIXED.formatted(7), "");
        Onlooker two =
                machine.inNetwork(
                        "office",
                        FIXED.formatted(8),
                        "echo nameserver 192.0.2.1 >/etc/resolv.conf; ping -c 1 -w 5 192.0.2.1;"
                                + " ping -c 1 -w 5 "
                                + one.name());
        assertEquals(3, two.seen().split("1 packets received", -1).length, two::seen);
        machine.vsh().run("destroy", one.name()).requireSuccess();
        Onlooker three =
                machine.inNetwork(
                        "office",
                        FIXED.formatted(9),
                        "echo nameserver 192.0.2.1 >/etc/resolv.conf; ping -c 1 -w 5 "
                                + one.name());
        assertHas(three.seen(), "bad address");
    }

    @Test
    void addressesAreGivenAsTheDocumentSays() {
        machine.define(
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
        Onlooker known =
                machine.start(
                        nic.formatted("52:54:00:00:00:07", ""), DhcpClient.ASK + "ip -o -4 addr");
        assertHas(known.seen(), "192.0.2.50/24");
        assertHas(machine.rules(), "203.0.113.5-203.0.113.6:2000-3000");
        machine.vsh()
                .run(
                        "net-update",
                        "office",
                        "add",
                        "ip-dhcp-host",
                        "<host mac='52:54:00:00:00:08' ip='192.0.2.60'/>",
                        "--live")
                .requireSuccess();
        machine.vsh()
                .run(
                        "net-update",
                        "office",
                        "add",
                        "dns-host",
                        "<host ip='192.0.2.1'><hostname>gate</hostname></host>",
                        "--live",
                        "--config")
                .requireSuccess();
        Onlooker late =
                machine.start(
                        nic.formatted("52:54:00:00:00:08", "<ip address='fd00:7::8' prefix='64'/>"),
                        "echo nameserver 192.0.2.1 >/etc/resolv.conf; "
                                + DhcpClient.ASK
                                + "ip -o -4 addr; ping -c 1 -w 5 fd00:7::1; ping -c 1 -w 5 gate");
        assertHas(late.seen(), "192.0.2.60/24");
        assertEquals(3, late.seen().split("1 packets received", -1).length, late::seen);
        String leased = machine.vsh().run("domifaddr", late.name(), "--source", "lease").out();
        assertHas(leased, "192.0.2.60/24");
        assertHas(
                machine.vsh().run("domifaddr", late.name(), "--source", "arp").out(),
                "192.0.2.60/0");
        assertHas(machine.vsh().run("net-dumpxml", "office").out(), "52:54:00:00:00:08");
        String definition = machine.vsh().run("net-dumpxml", "office", "--inactive").out();
        assertHasNot(definition, "52:54:00:00:00:08");
        assertHas(definition, "<hostname>gate</hostname>");
        Vsh.Result unlike =
                machine.vsh()
                        .run(
                                "net-update",
                                "office",
                                "delete",
                                "dns-txt",
                                "<txt name='a' value='b'/>");
        assertHas(unlike.errors(), "couldn't locate a matching DNS TXT record entry");
    }

    /** One network gives addresses away, in the other everybody makes one; both say who the router is. */
    @Test
    @Requires({Need.DHCLIENT})
    void addressesOfIpv6AreGivenOrMade() {
        String ip = "<forward mode='route'/><ip family='ipv6' address='%s::1' prefix='64'>%s</ip>";
        machine.define(
                "giving",
                ip.formatted(
                        "fd00:1", "<dhcp><range start='fd00:1::100' end='fd00:1::1ff'/></dhcp>"));
        machine.define("making", ip.formatted("fd00:2", ""));
        Path given = machine.sandbox().folder().resolve("given");
        String giving =
                ipv6(
                        "giving",
                        LOCAL + "dhclient -6 -1 -lf $0-leases -pf $0-pid -sf $0-take eth0",
                        given,
                        "fd00:1::1");
        Path made = machine.sandbox().folder().resolve("made");
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
        assertHas(machine.vsh().run("net-dhcp-leases", "giving").out(), " ipv6 ");
        assertHas(machine.vsh().run("domifaddr", giving, "--source", "lease").out(), "fd00:1::1");
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
                machine.sandbox()
                        .document()
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
            machine.vsh().run("create", document.toString()).requireSuccess();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return container.name();
    }

    private static void assertHas(String text, String part) {
        assertTrue(text.contains(part), () -> "no '" + part + "' in:\n" + text);
    }

    private static void assertHasNot(String text, String part) {
        assertFalse(text.contains(part), () -> "'" + part + "' in:\n" + text);
    }
}
