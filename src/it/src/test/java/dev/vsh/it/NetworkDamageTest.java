package dev.vsh.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.driver.DriverException;
import dev.vsh.it.harness.Await;
import dev.vsh.it.harness.DhcpClient;
import dev.vsh.it.harness.Helpers;
import dev.vsh.it.harness.HostCommand;
import dev.vsh.it.harness.Need;
import dev.vsh.it.harness.NetworkedHost;
import dev.vsh.it.harness.Onlooker;
import dev.vsh.it.harness.Requires;
import dev.vsh.it.harness.Vsh;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.util.ArrayList;
import java.util.List;

/** What virtual networks leave, and what is done about what was lost. */
@Requires({Need.ROOT, Need.BUSYBOX, Need.VIRTUAL_NETWORKS})
final class NetworkDamageTest {
    private static final int ROUNDS = 10;
    private static final String NIC =
            "<interface type='network'><source network='%s'/>%s</interface>";

    @RegisterExtension private final NetworkedHost machine = new NetworkedHost();

    @Test
    void markedNetworksStartTogether() {
        machine.define("one", "<ip address='198.51.100.1' prefix='24'/>");
        machine.define("two", "<bridge name='lo'/><ip address='192.0.2.1' prefix='24'/>");
        machine.vsh().run("net-autostart one; net-autostart two").requireSuccess();
        String failure =
                machine.vsh()
                        .connected(
                                connection -> {
                                    try {
                                        connection.networks().startAutostarted();
                                        return "none";
                                    } catch (DriverException e) {
                                        return String.valueOf(e.getMessage());
                                    }
                                });
        assertHas(failure, "cannot start network 'two'");
        assertEquals(List.of("one"), machine.names("net-list", "--name"));
    }

    @Test
    void nextStartMendsWhatWasLost() {
        Onlooker one = machine.inNetwork("default", "", "");
        long server = machine.servers().getFirst();
        HostCommand.run("kill", "-9", Long.toString(server));
        Await.until("the server's end", () -> NetworkedHost.commandLine(server), String::isEmpty);
        assertHas(
                machine.vsh().run("net-info", "default").out(), "dnsmasq " + server + " has ended");
        Onlooker two = machine.inNetwork("default", "", DhcpClient.ASK + "ip -o -4 addr");
        assertHas(two.seen(), "eth0    inet 192.168.");
        assertHasNot(machine.vsh().run("net-info", "default").out(), "Trouble");
        machine.network().run("nft", "flush", "ruleset");
        assertHas(machine.vsh().run("net-info", "default").out(), "are gone");
        machine.vsh().run("net-start", "default").requireSuccess();
        assertHas(machine.rules(), "masquerade");
        one.seen();
    }

    @Test
    void killedHelperTakesItsNameAlong() {
        Onlooker one = machine.inNetwork("default", "", "");
        one.seen();
        ProcessHandle helper = new Helpers(machine.sandbox()).any().orElseThrow();
        helper.destroyForcibly();
        helper.onExit().join();
        assertEquals(List.of(), machine.names("list", "--name"));
        Onlooker two =
                machine.inNetwork("default", "", DhcpClient.ASK + "ping -c 1 -w 5 " + one.name());
        assertHas(two.seen(), "bad address");
    }

    @Test
    void roundsLeaveNothing() {
        for (int round = 0; round < ROUNDS; round++) {
            machine.vsh().run("net-start default; net-destroy default").requireSuccess();
            assertEquals(List.of(), machine.network().strangers());
            assertEquals("", machine.rules());
            assertEquals(List.of(), machine.servers());
        }
    }

    @Test
    @Tag("soak")
    void hundredStartsLeaveTheHostAsItWas() {
        Onlooker container =
                Onlooker.in(
                        machine.sandbox(),
                        NIC.formatted("default", "") + NIC.formatted("default", ""),
                        "");
        machine.vsh().run("define", container.file()).requireSuccess();
        machine.vsh().run("net-start", "default").requireSuccess();
        String before = hostState();
        String round = "start %1$s; destroy %1$s; ".formatted(container.name());
        machine.vsh().run(round.repeat(100).strip()).requireSuccess();
        Await.until("the host to be as it was", this::hostState, before::equals);
        machine.vsh().run("undefine", container.name()).requireSuccess();
    }

    private String hostState() {
        return machine.network().run("ip", "-o", "link")
                + machine.rules()
                + machine.servers()
                + new Helpers(machine.sandbox()).any().isPresent();
    }

    @Test
    void missingProgramIsNamedWithItsPackage() {
        for (var each : List.of(List.of("nft", "nftables"), List.of("dnsmasq", "dnsmasq-base"))) {
            String hide = "mount --bind /dev/null /usr/sbin/" + each.getFirst() + "; exec \"$@\"";
            List<String> prefix = new ArrayList<>(List.of(machine.network().prefix()));
            prefix.addAll(List.of("unshare", "--mount", "sh", "-c", hide, "sh"));
            Vsh without = machine.sandbox().vsh().under(prefix.toArray(String[]::new));
            Vsh.Result result = without.run("net-start", "default");
            assertEquals(1, result.status());
            assertHas(result.errors(), "install the Debian package " + each.getLast());
            assertEquals(List.of(), machine.network().strangers());
        }
    }

    private static void assertHas(String text, String part) {
        assertTrue(text.contains(part), () -> "no '" + part + "' in:\n" + text);
    }

    private static void assertHasNot(String text, String part) {
        assertFalse(text.contains(part), () -> "'" + part + "' in:\n" + text);
    }
}
