package dev.vsh.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.domain.InitEnd;
import dev.vsh.driver.Connection;
import dev.vsh.driver.Domain;
import dev.vsh.driver.ShutdownRequest;
import dev.vsh.it.harness.Await;
import dev.vsh.it.harness.HostUsrRoot;
import dev.vsh.it.harness.Need;
import dev.vsh.it.harness.Requires;
import dev.vsh.it.harness.Sandbox;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Inits of Debian's, each asked in its own way to reboot, and then to stop. */
@Requires({Need.ROOT, Need.BUSYBOX})
final class InitsTest {
    private static final ShutdownRequest PATIENT = ShutdownRequest.within(Duration.ofSeconds(60));

    @RegisterExtension private final Sandbox sandbox = new Sandbox();

    private Connection connection;
    private HostUsrRoot root;

    @BeforeEach
    void prepare() {
        connection = sandbox.connect();
        root = HostUsrRoot.make(sandbox.folder().resolve("root"));
    }

    @AfterEach
    void disconnect() {
        connection.close();
    }

    /** Starts it, reboots it, and has it stop. */
    private Domain live(String init, String... words) {
        Domain domain =
                connection.defineDomain(
                        root.in(sandbox.document()).init(init, words).memoryMib(256).document());
        domain.start();
        awaitBoots(1);
        domain.reboot(PATIENT);
        awaitBoots(2);
        domain.shutdown(PATIENT);
        assertEquals("shut off", domain.status().state());
        assertEquals("shutdown", domain.status().reasonText());
        return domain;
    }

    private void awaitBoots(int count) {
        Path boots = root.path("/boots");
        Await.until(
                "boot " + count,
                () -> Files.exists(boots) ? lines(boots) : 0,
                seen -> seen == count);
    }

    private static int lines(Path file) {
        try {
            return Files.readAllLines(file).size();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void service(String folder) {
        root.script(folder + "/run", "echo boot >>/boots; exec sleep 1000");
    }

    @Test
    @Requires(Need.S6)
    void s6WithoutScriptsIsAProgram() {
        service("/scan/one");
        assertEquals(
                Optional.of(new InitEnd.Exited(0)),
                live("/usr/bin/s6-svscan", "/scan").status().init());
    }

    /** The scripts by which s6-linux-init is known, with programs of busybox. */
    @Test
    @Requires(Need.S6)
    void s6WithScriptsForSignalsHasThemRun() {
        service("/scan/one");
        root.script("/scan/.s6-svscan/SIGUSR1", "exec busybox poweroff -f");
        root.script("/scan/.s6-svscan/SIGINT", "exec busybox reboot -f");
        assertEquals(
                Optional.of(new InitEnd.PoweredOff()),
                live("/usr/bin/s6-svscan", "/scan").status().init());
    }

    @Test
    @Requires(Need.RUNIT)
    void runitRunsItsStages() {
        root.script("/etc/runit/1", "true");
        root.script("/etc/runit/2", "exec runsvdir /services");
        root.script("/etc/runit/3", "echo down >>/down");
        service("/services/one");
        assertEquals(
                Optional.of(new InitEnd.PoweredOff()), live("/usr/sbin/runit").status().init());
        assertEquals(2, lines(root.path("/down")));
    }

    @Test
    @Requires(Need.OPENRC)
    void openrcStopsItsServices() throws IOException {
        root.executable(
                "/etc/init.d/boots",
                """
                #!/sbin/openrc-run
                start() { echo boot >>/boots; }
                stop() { echo down >>/down; }
                """);
        Files.createDirectories(root.path("/etc/runlevels/default"));
        Files.createSymbolicLink(
                root.path("/etc/runlevels/default/boots"), Path.of("/etc/init.d/boots"));
        for (String level : new String[] {"sysinit", "boot", "shutdown"}) {
            Files.createDirectories(root.path("/etc/runlevels/" + level));
        }
        Domain domain = live("/usr/sbin/openrc-init");
        assertEquals(Optional.of(new InitEnd.PoweredOff()), domain.status().init());
        assertTrue(Files.exists(root.path("/down")));
    }
}
