package dev.vsh.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.driver.Connection;
import dev.vsh.driver.DriverException;
import dev.vsh.it.harness.HostCommand;
import dev.vsh.it.harness.Need;
import dev.vsh.it.harness.Probe;
import dev.vsh.it.harness.Requires;
import dev.vsh.it.harness.Sandbox;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;

/** Devices of the host, and its clock, in a container. */
@Requires({Need.ROOT, Need.BUSYBOX})
final class DevicesTest {
    @RegisterExtension private final Sandbox sandbox = new Sandbox();

    private Probe probe;

    @BeforeEach
    void makeProbe() {
        probe = Probe.in(sandbox);
    }

    /** A node on the host; the folder of the test is below /tmp, which becomes /dev. */
    private Path node(String name, String kind, int major, int minor) {
        Path node = sandbox.folder().resolve(name);
        HostCommand.run("mknod", node.toString(), kind, "" + major, "" + minor);
        return node;
    }

    private static String inside(Path node) {
        return node.toString().replaceFirst("^/[^/]*/", "/dev/");
    }

    private void hostdev(String type, String child, Path node) {
        probe.document()
                .devices(
                        "<hostdev mode='capabilities' type='%s'><source><%s>%s</%s></source></hostdev>"
                                .formatted(type, child, node, child));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void characterDeviceWorksAndIsRoots(boolean mapped) {
        Path node = node("pmsg", "c", 1, 5);
        hostdev("misc", "char", node);
        if (mapped) {
            probe.document().idMap(100_000, 65_536);
        }
        String path = inside(node);
        assertEquals(
                "700 0:0 1,5\n4",
                probe.run("stat -c '%a %u:%g %t,%T' " + path + "; head -c 4 " + path + " | wc -c"));
    }

    @Test
    void blockDeviceCanBeWritten() {
        Path node = node("loop", "b", 7, 0);
        hostdev("storage", "block", node);
        assertEquals("open", probe.run("exec 3<>" + inside(node) + " && echo open"));
    }

    @Test
    void diskIsANodeByItsTarget() {
        Path node = node("loop", "b", 7, 0);
        probe.document()
                .devices(
                        "<disk type='block'><source dev='"
                                + node
                                + "'/><target dev='vda'/><readonly/></disk>");
        String answer =
                probe.run(
                        "stat -c '%F %t,%T' /dev/vda; (exec 3</dev/vda) && echo open; (exec"
                                + " 3>/dev/vda)");
        assertTrue(answer.startsWith("block special file 7,0\nopen"), answer);
        assertTrue(answer.endsWith("Operation not permitted"), answer);
    }

    @Test
    void nodeInAFolderIsWhereItIsOnTheHost() {
        hostdev("misc", "char", Path.of("/dev/net/tun"));
        assertEquals("a,c8", probe.run("stat -c '%t,%T' /dev/net/tun"));
    }

    @Test
    void missingDeviceIsTold() {
        hostdev("misc", "char", Path.of("/dev/no-such"));
        try (Connection connection = sandbox.connect()) {
            var domain = connection.defineDomain(probe.document().document());
            DriverException refusal = Assertions.assertThrows(DriverException.class, domain::start);
            assertEquals(
                    "'/dev/no-such' of <hostdev> does not exist on this host",
                    refusal.details().getFirst());
        }
    }

    @Test
    void threeConsolesAreThreeTerminals() {
        probe.document().consoles(3);
        assertEquals(
                "88,0 88,1 88,2",
                probe.run("echo $(stat -c '%t,%T' /dev/tty1 /dev/tty2 /dev/tty3)"));
    }

    @Test
    void timeZoneNeedsNoFilesInTheContainer() {
        probe.document().elements("<clock offset='timezone' timezone='Asia/Kolkata'/>");
        assertEquals("+0530", probe.run("date +%z"));
    }
}
