package dev.vsh.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.driver.Connection;
import dev.vsh.driver.Domain;
import dev.vsh.driver.DriverException;
import dev.vsh.it.harness.ContainerDocument;
import dev.vsh.it.harness.Need;
import dev.vsh.it.harness.Probe;
import dev.vsh.it.harness.Requires;
import dev.vsh.it.harness.Sandbox;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Namespaces that are joined instead of made. */
@Requires({Need.ROOT, Need.BUSYBOX, Need.USER_NAMESPACES})
final class SharedNamespacesTest {
    private static final String LOOK =
            "for n in uts ipc net; do readlink /proc/self/ns/$n; done; hostname";

    @RegisterExtension private final Sandbox sandbox = new Sandbox();

    private Probe probe;

    @BeforeEach
    void makeProbe() {
        probe = Probe.in(sandbox);
    }

    private ContainerDocument owner(boolean mapped) {
        ContainerDocument owner =
                sandbox.document(sandbox.busyboxRoot()).init("/bin/sleep", "1000");
        return mapped ? owner.idMap(200_000, 65_536) : owner;
    }

    private static String all(String type, String value) {
        String attributes = " type='" + type + "' value='" + value + "'/>";
        return "<lxc:namespace><lxc:sharenet"
                + attributes
                + "<lxc:shareipc"
                + attributes
                + "<lxc:shareuts"
                + attributes
                + "</lxc:namespace>";
    }

    private static long init(String name) throws IOException {
        try (var processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path process : processes) {
                if (environment(process).contains("LIBVIRT_LXC_NAME=" + name + "\0")) {
                    return Long.parseLong(process.getFileName().toString());
                }
            }
        }
        throw new AssertionError("no init of " + name);
    }

    private static String environment(Path process) {
        try {
            return Files.readString(process.resolve("environ"));
        } catch (IOException _) {
            return "";
        }
    }

    private static List<String> namespaces(long pid) throws IOException {
        return List.of(link(pid, "uts"), link(pid, "ipc"), link(pid, "net"));
    }

    private static String link(long pid, String kind) throws IOException {
        return Files.readSymbolicLink(Path.of("/proc/" + pid + "/ns/" + kind)).toString();
    }

    @ParameterizedTest
    @CsvSource({"false, false", "false, true", "true, false", "true, true"})
    void containersShareWhatTheOwnerHas(boolean ownerMapped, boolean mapped) throws IOException {
        ContainerDocument owner = owner(ownerMapped);
        if (mapped) {
            probe.document().idMap(100_000, 65_536);
        }
        probe.document().elements(all("name", owner.name()));
        try (Connection connection = sandbox.connect()) {
            connection.defineDomain(owner.document()).start();
            List<String> seen = probe.run(LOOK).lines().toList();
            assertEquals(namespaces(init(owner.name())), seen.subList(0, 3));
            assertEquals(owner.name(), seen.getLast());
        }
    }

    private static String hostname() throws IOException {
        return Files.readAllLines(Path.of("/proc/sys/kernel/hostname")).getFirst();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void hostsOwnNameIsLeftAlone(boolean mapped) throws IOException {
        String before = hostname();
        if (mapped) {
            probe.document().idMap(100_000, 65_536);
        }
        probe.document().elements(all("pid", "" + ProcessHandle.current().pid()));
        List<String> seen = probe.run(LOOK).lines().toList();
        assertEquals(namespaces(ProcessHandle.current().pid()), seen.subList(0, 3));
        assertEquals(before, hostname());
    }

    @Test
    void ownerThatDoesNotRunIsTold() {
        ContainerDocument owner = owner(false);
        probe.document().elements(all("name", owner.name()));
        try (Connection connection = sandbox.connect()) {
            connection.defineDomain(owner.document());
            Domain domain = connection.defineDomain(probe.document().document());
            String reason = assertThrows(DriverException.class, domain::start).details().getFirst();
            assertEquals(
                    "cannot share the uts namespace of domain '"
                            + owner.name()
                            + "': it is not running, start it first",
                    reason);
        }
    }

    /** What the helper went into, it must leave before it tries again or gives up. */
    @Test
    void startThatFailsInsideLeavesNothing() {
        ContainerDocument owner = owner(true);
        probe.document().elements(all("name", owner.name())).init("/no/such/init");
        try (Connection connection = sandbox.connect()) {
            connection.defineDomain(owner.document()).start();
            Domain domain = connection.defineDomain(probe.document().document());
            assertThrows(DriverException.class, domain::start);
        }
    }

    @Test
    void networkOfIpNetnsIsJoined() throws IOException {
        ContainerDocument document = probe.document();
        document.hostNetwork()
                .elements("<lxc:namespace><lxc:sharenet type='netns' value='dmz'/></lxc:namespace>")
                .init("/bin/readlink", "/proc/self/ns/net");
        Path file = sandbox.folder().resolve("shared.xml");
        Files.writeString(file, document.xml());
        String script =
                """
                mkdir -p /run/netns && mount -t tmpfs none /run/netns && touch /run/netns/dmz
                unshare --net=/run/netns/dmz readlink /proc/self/ns/net
                "$@"
                """;
        var result =
                sandbox.vsh()
                        .under("unshare", "-m", "sh", "-c", script, "sh")
                        .run("create", file.toString(), "--console")
                        .requireSuccess();
        String namespace = result.out().lines().findFirst().orElseThrow();
        assertTrue(namespace.startsWith("net:["), result.out());
        assertEquals(
                2,
                result.out().lines().filter(line -> line.contains(namespace)).count(),
                result.out());
    }
}
