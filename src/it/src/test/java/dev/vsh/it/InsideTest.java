package dev.vsh.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.it.harness.Need;
import dev.vsh.it.harness.Probe;
import dev.vsh.it.harness.Requires;
import dev.vsh.it.harness.Sandbox;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a container is like for those who live in it. */
@Requires({Need.ROOT, Need.BUSYBOX})
final class InsideTest {
    @RegisterExtension private final Sandbox sandbox = new Sandbox();

    private Probe probe;

    @BeforeEach
    void makeProbe() {
        probe = Probe.in(sandbox);
    }

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+"));
    }

    @Test
    void processesAreTheContainersOwn() {
        // The shell, and ps itself.
        assertEquals(
                "1 probe\n2 ps",
                probe.run("ps -o pid,comm >/tmp/ps; sed 1d /tmp/ps | awk '{ print $1, $2 }'"));
    }

    @Test
    void initHasItsThreeStreamsOpenAndNothingElse() {
        // The shell keeps its script open, at 10.
        assertEquals(Set.of("0", "1", "2", "10"), words(probe.run("ls /proc/1/fd")));
    }

    @Test
    void standardStreamsAreTheConsole() {
        assertEquals("/dev/console", probe.run("tty").replace("/dev/pts/0", "/dev/console"));
    }

    @Test
    void consoleIsTheControllingTerminal() {
        // stat(5), behind the name: state, parent, group, session, terminal.
        String facts =
                probe.run(
                        "set -- $(sed 's/.*) //' /proc/1/stat); echo $3 $4 $5; echo hello"
                                + " >/dev/tty; echo $?");
        assertEquals("1 1 34816\n0", facts);
    }

    @Test
    void initRunsWithItsArgumentsInItsFolder() {
        probe.document().os("<initdir>/tmp</initdir>");
        String words =
                probe.run(
                        "pwd; for word in \"$@\"; do echo \"[$word]\"; done",
                        "one",
                        "two words",
                        "$three");
        assertEquals("/tmp\n[one]\n[two words]\n[$three]", words);
    }

    @Test
    void hostNameIsTheDomainsName() {
        assertEquals(
                probe.document().name().replaceAll("[^A-Za-z0-9-]", ""), probe.run("hostname"));
    }

    @Test
    void environmentIsLibvirts() {
        probe.document()
                .consoles(2)
                .os("<initenv name='GREETING'>good morning</initenv><cmdline>quiet</cmdline>");
        Set<String> lines =
                probe.run("tr '\\0' '\\n' </proc/1/environ").lines().collect(Collectors.toSet());
        String name = probe.document().name();
        String uuid = value(lines, "LIBVIRT_LXC_UUID");
        assertEquals(
                Set.of(
                        "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
                        "TERM=linux",
                        "HOME=/",
                        "container=lxc-libvirt",
                        "container_uuid=" + uuid,
                        "container_ttys=pts/1",
                        "LIBVIRT_LXC_UUID=" + uuid,
                        "LIBVIRT_LXC_NAME=" + name,
                        "LIBVIRT_LXC_CMDLINE=quiet",
                        "GREETING=good morning"),
                lines);
    }

    private static String value(Set<String> environment, String name) {
        return environment.stream()
                .filter(line -> line.startsWith(name + "="))
                .map(line -> line.substring(name.length() + 1))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void initEnvironmentOfTheDocumentWins() {
        probe.document().os("<initenv name='TERM'>dumb</initenv>");
        assertEquals("TERM=dumb", probe.run("tr '\\0' '\\n' </proc/1/environ | grep ^TERM="));
    }

    @Test
    void signalsAreAsIfFreshlyBooted() {
        String status = probe.run("exec /bin/grep -E '^Sig(Blk|Ign)' /proc/self/status");
        assertTrue(status.lines().allMatch(line -> line.endsWith("\t0000000000000000")), status);
        assertEquals(2, status.lines().count());
    }

    @Test
    void cgroupsBeginAtTheContainersOwn() {
        String paths = probe.run("cut -d: -f3 /proc/1/cgroup | sort -u");
        assertEquals("/", paths);
    }

    @Test
    void loopbackIsUpInAPrivateNetwork() {
        assertEquals(
                "lo",
                probe.run(
                        "ls /sys/class/net; ping -c 1 -w 5 127.0.0.1 >/dev/null || echo no"
                                + " answer"));
    }

    @Test
    void hostsNetworkIsSharedUnlessThereIsAReasonNotTo() throws IOException {
        probe.document().hostNetwork();
        String host = Files.readSymbolicLink(Path.of("/proc/self/ns/net")).toString();
        assertEquals(host, probe.run("readlink /proc/self/ns/net"));
    }

    @Test
    void namespacesAreNotTheHosts() throws IOException {
        String seen =
                probe.run(
                        "for n in mnt pid ipc uts net cgroup; do readlink /proc/self/ns/$n; done");
        for (String name : List.of("mnt", "pid", "ipc", "uts", "net", "cgroup")) {
            String host = Files.readSymbolicLink(Path.of("/proc/self/ns/" + name)).toString();
            assertFalse(seen.contains(host), name);
        }
        assertEquals(6, seen.lines().count());
    }

    @Test
    void fileModeMaskIsTheUsual() {
        assertEquals("0022", probe.run("umask"));
    }

    @Test
    void groupsOfTheStarterDoNotComeAlong() {
        assertEquals("uid=0(root) gid=0(root)", probe.run("id").replace(" groups=0(root)", ""));
    }
}
