package dev.vsh.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.driver.DriverException;
import dev.vsh.it.harness.HostCommand;
import dev.vsh.it.harness.Need;
import dev.vsh.it.harness.Probe;
import dev.vsh.it.harness.Requires;
import dev.vsh.it.harness.Sandbox;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Who the init is: users, groups, mapped ids. */
@Requires({Need.ROOT, Need.BUSYBOX})
final class IdentityTest {
    private static final int TARGET = 300_000;

    @RegisterExtension private final Sandbox sandbox = new Sandbox();

    private Probe probe;

    @BeforeEach
    void makeProbe() {
        probe = Probe.in(sandbox);
    }

    private void become(String user, String group) {
        probe.document()
                .os("<inituser>" + user + "</inituser><initgroup>" + group + "</initgroup>");
    }

    @ParameterizedTest
    @CsvSource({
        "alice, alice, 1000 1000",
        "alice, staff, 1000 50",
        "+1000, +44, 1000 44",
        // A user whose name is a number has the name; only + makes it a number for certain.
        "1000, 0, 2000 0",
        "1234, 4321, 1234 4321"
    })
    void userAndGroupAreTheContainersOwn(String user, String group, String ids) {
        become(user, group);
        assertEquals(ids, probe.run("echo $(id -u) $(id -g)"));
    }

    @Test
    void userBringsTheSupplementaryGroups() {
        become("alice", "alice");
        assertEquals("29 44 1000", probe.run("id -G | tr ' ' '\\n' | sort -nu | xargs echo"));
    }

    @Test
    void ordinaryUserHasNoCapabilitiesButOwnsTheTerminal() {
        become("alice", "alice");
        assertEquals(
                "CapEff: 0000000000000000\nwritable",
                probe.run(
                        "grep CapEff /proc/self/status | tr '\\t' ' '; echo >/dev/console && echo"
                                + " writable"));
    }

    @Test
    void unknownUserIsNamed() {
        become("mallory", "alice");
        String message = assertThrows(DriverException.class, () -> probe.run("id")).getMessage();
        assertTrue(message.contains("'mallory'"), message);
    }

    @Test
    void passwordFileThatPointsOutOfTheRootIsNotFollowed() throws IOException {
        Files.delete(probe.root().path("/etc/passwd"));
        Files.createSymbolicLink(probe.root().path("/etc/passwd"), Path.of("/etc/shadow"));
        become("daemon", "alice");
        assertThrows(DriverException.class, () -> probe.run("id"));
    }

    private void mapIds() {
        HostCommand.run("chown", "-hR", TARGET + ":" + TARGET, probe.root().folder().toString());
        probe.document().idMap(TARGET, 5000);
    }

    @Test
    @Requires(Need.USER_NAMESPACES)
    void idsAreMappedAsTheDocumentSays() {
        mapIds();
        assertEquals(
                "0 300000 5000\n0 300000 5000\n0 0",
                probe.run(
                        "for m in uid gid; do echo $(cat /proc/self/${m}_map); done; echo $(id -u)"
                                + " $(id -g)"));
    }

    @Test
    @Requires(Need.USER_NAMESPACES)
    void mappedRootOwnsItsFilesDevicesAndCgroups() {
        mapIds();
        assertEquals(
                "/ 0\n/dev 0\n/dev/null 0\n/dev/console 0\n/dev/pts 0\n",
                probe.run("stat -c '%n %u' / /dev /dev/null /dev/console /dev/pts") + "\n");
    }

    @Test
    @Requires(Need.USER_NAMESPACES)
    void filesOfMappedRootBelongToTheTargetOutside() throws IOException {
        mapIds();
        probe.run("touch /tmp/new");
        assertEquals(TARGET, Files.getAttribute(probe.root().path("/tmp/new"), "unix:uid"));
    }

    @Test
    @Requires(Need.USER_NAMESPACES)
    void filesOfTheHostsRootAreNobodysInside() throws IOException {
        mapIds();
        Files.writeString(probe.root().path("/tmp/host"), "");
        assertEquals(
                "65534 not mine",
                probe.run(
                        "stat -c %u /tmp/host | tr '\\n"
                                + "' ' '; echo x 2>/dev/null >/tmp/host || echo not mine"));
    }

    @Test
    @Requires(Need.USER_NAMESPACES)
    void mappedRootHasNoPowerOverTheHost() {
        mapIds();
        String refusals =
                probe.run(
                        """
                        mknod /tmp/null c 1 3 2>/dev/null && echo mknod
                        mount -o remount,rw /proc/sys 2>/dev/null
                        echo x 2>/dev/null >/proc/sys/kernel/core_pattern && echo core_pattern
                        """);
        assertEquals("", refusals);
    }

    @Test
    @Requires(Need.USER_NAMESPACES)
    void mappedUserIsTheMappedOne() throws IOException {
        mapIds();
        become("alice", "alice");
        HostCommand.run("chmod", "777", probe.root().path("/tmp").toString());
        assertEquals("1000", probe.run("id -u; touch /tmp/hers"));
        assertEquals(TARGET + 1000, Files.getAttribute(probe.root().path("/tmp/hers"), "unix:uid"));
    }

    @Test
    @Requires(Need.USER_NAMESPACES)
    void mappedContainerCanShareTheHostsNetwork() {
        mapIds();
        probe.document().hostNetwork();
        assertEquals("here", probe.run("test -d /sys/class/net && echo here"));
    }
}
