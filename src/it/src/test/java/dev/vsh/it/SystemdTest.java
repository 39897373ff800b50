package dev.vsh.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.domain.DomainStatus;
import dev.vsh.driver.Connection;
import dev.vsh.driver.Domain;
import dev.vsh.driver.ShutdownRequest;
import dev.vsh.it.harness.HostUsrRoot;
import dev.vsh.it.harness.Need;
import dev.vsh.it.harness.Requires;
import dev.vsh.it.harness.Sandbox;
import dev.vsh.it.harness.Transcript;
import dev.vsh.it.harness.Vsh;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The host's own systemd as the init of a container: the rest of its system is little more than an empty folder. */
@Requires({Need.ROOT, Need.SYSTEMD, Need.USER_NAMESPACES})
final class SystemdTest {
    private static final ShutdownRequest PATIENT = ShutdownRequest.within(Duration.ofSeconds(60));

    @RegisterExtension private final Sandbox sandbox = new Sandbox();

    private Connection connection;
    private HostUsrRoot root;

    @BeforeEach
    void prepare() throws IOException {
        connection = sandbox.connect();
        root = HostUsrRoot.make(sandbox.folder().resolve("root"));
        Files.copy(Path.of("/usr/lib/os-release"), root.path("/etc/os-release"));
        root.write("/etc/passwd", "root::0:0:root:/root:/bin/sh\n");
        root.write("/etc/group", "root:x:0:\n");
        // Not the first boot of a machine, at which everything is enabled that the host has.
        root.write("/etc/machine-id", "0123456789abcdef0123456789abcdef\n");
    }

    @AfterEach
    void disconnect() {
        connection.close();
    }

    private Domain start(boolean mapped) {
        var document = root.in(sandbox.document()).init("/usr/lib/systemd/systemd").memoryMib(256);
        if (mapped) {
            document.idMap(100_000, 65_536);
        }
        Domain domain = connection.defineDomain(document.document());
        domain.start();
        awaitLogin(domain);
        return domain;
    }

    private static void awaitLogin(Domain domain) {
        try (Transcript console = Transcript.of(domain)) {
            console.awaitText("login: ");
        }
    }

    private Vsh.Result exec(Domain domain, String... words) {
        String[] command = new String[words.length + 3];
        command[0] = "exec";
        command[1] = domain.name();
        command[2] = "--";
        System.arraycopy(words, 0, command, 3, words.length);
        return sandbox.vsh().run(command);
    }

    private static String state(Domain domain) {
        return domain.status().state() + " (" + domain.status().reasonText() + ")";
    }

    private static long initPid(Domain domain) {
        return ((DomainStatus.Running) domain.status()).initPid();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void comesToALoginPromptAndShutsDown(boolean mapped) {
        Domain domain = start(mapped);
        // It has the groups that it makes for its services.
        String groups =
                exec(
                                domain,
                                "sh",
                                "-c",
                                "cat /proc/$(systemctl show -P MainPID console-getty)/cgroup")
                        .requireSuccess()
                        .out();
        assertTrue(groups.contains(":/system.slice/console-getty.service"), groups);
        domain.shutdown(PATIENT);
        assertEquals("shut off (shutdown)", state(domain));
    }

    @Test
    void rebootsFromOutsideAndFromInside() {
        Domain domain = start(false);
        long first = initPid(domain);
        domain.reboot(PATIENT);
        awaitLogin(domain);
        long second = initPid(domain);
        assertNotEquals(first, second);
        try (Transcript console = Transcript.of(domain)) {
            exec(domain, "systemctl", "poweroff", "--no-block").requireSuccess();
            console.awaitEnd();
        }
        assertEquals("shut off (shutdown)", state(domain));
    }

    /** With every process that it has started, in however many groups of its own. */
    @Test
    void isDestroyedAtOnce() {
        Domain domain = start(false);
        domain.destroy();
        assertEquals("shut off (destroyed)", state(domain));
    }
}
