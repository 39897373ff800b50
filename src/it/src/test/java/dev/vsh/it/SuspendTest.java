package dev.vsh.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.driver.Connection;
import dev.vsh.driver.Domain;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.it.harness.Await;
import dev.vsh.it.harness.BusyboxRoot;
import dev.vsh.it.harness.CgroupFiles;
import dev.vsh.it.harness.Helpers;
import dev.vsh.it.harness.Need;
import dev.vsh.it.harness.Requires;
import dev.vsh.it.harness.Sandbox;
import dev.vsh.it.harness.Transcript;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Containers that stand still, and the end of those and of others that would rather not end. */
@Requires({Need.ROOT, Need.BUSYBOX, Need.CGROUP_V1})
final class SuspendTest {
    private static final Duration SOON = Duration.ofSeconds(5);

    @RegisterExtension private final Sandbox sandbox = new Sandbox();

    private Connection connection;
    private BusyboxRoot root;

    @BeforeEach
    void connect() {
        connection = sandbox.connect();
        root = sandbox.busyboxRoot();
    }

    @AfterEach
    void disconnect() {
        connection.close();
    }

    private Domain start(String commands) {
        root.script("/script", commands);
        Domain domain =
                connection.defineDomain(
                        sandbox.document(root)
                                .init("/script")
                                // Enough for as many shells, or the kernel would kill the first.
                                .memoryMib(512)
                                .elements("<vsh:container><vsh:pids max='200'/></vsh:container>")
                                .document());
        domain.start();
        return domain;
    }

    private static String state(Domain domain) {
        return domain.status().state() + " (" + domain.status().reasonText() + ")";
    }

    private static Path freezer(Domain domain) {
        return CgroupFiles.of(domain).group("freezer").resolve("freezer.state");
    }

    private static void refused(String message, Runnable verb) {
        DriverException refusal = assertThrows(DriverException.class, verb::run);
        assertEquals(ErrorCode.OPERATION_INVALID, refusal.code());
        assertEquals(message, refusal.details().getFirst());
    }

    private void destroySoon(Domain domain) {
        long begin = System.nanoTime();
        domain.destroy();
        Duration taken = Duration.ofNanos(System.nanoTime() - begin);
        assertTrue(taken.compareTo(SOON) < 0, "destroy took " + taken);
        assertEquals("shut off (destroyed)", state(domain));
        assertNothingIsLeft(domain);
    }

    /** The dead are seen until whoever adopted them has looked. */
    private void assertNothingIsLeft(Domain domain) {
        domain.undefine();
        Await.until("nothing to be left", sandbox::leftovers, List::isEmpty);
    }

    @Test
    void pausedContainerStandsStillUntilItIsResumed() throws IOException {
        Domain domain = start("i=0; while :; do i=$((i + 1)); echo $i >/out/count; done");
        Await.until("the count", () -> Files.exists(root.path("/out/count")));
        domain.suspend();
        assertEquals("FROZEN", Files.readString(freezer(domain)).strip());
        String count = root.read("/out/count");
        assertEquals("paused (user)", state(domain));
        refused("domain is already paused", domain::suspend);
        refused("Domain is already active", domain::start);
        assertEquals(count, root.read("/out/count"));
        domain.resume();
        assertEquals("running (unpaused)", state(domain));
        Await.until("it to go on", () -> root.read("/out/count"), now -> !now.equals(count));
        refused("domain is not paused", domain::resume);
    }

    @Test
    void stateIsTheKernelsForEveryProcess() throws IOException {
        Domain domain = start("exec sleep 1000");
        domain.suspend();
        assertEquals("paused\n\n", sandbox.vsh().run("domstate", domain.name()).out());
        Files.writeString(freezer(domain), "THAWED");
        assertEquals("running (booted)", state(domain));
        Files.writeString(freezer(domain), "FROZEN");
        assertEquals(
                "Domain '" + domain.name() + "' resumed\n\n",
                sandbox.vsh().run("resume", domain.name()).requireSuccess().out());
        assertEquals("running (unpaused)", state(domain));
    }

    @Test
    void domainThatIsShutOffIsNeitherSuspendedNorResumed() {
        Domain domain = connection.defineDomain(sandbox.document(root).document());
        refused("domain is not running", domain::suspend);
        refused("domain is not running", domain::resume);
    }

    @Test
    void helperOfAPausedContainerServesItsConsole() {
        Domain domain = start("exec /bin/sh");
        domain.suspend();
        try (Transcript console = Transcript.of(domain)) {
            console.type("echo $((6 * 7))\n");
            assertEquals("paused (user)", state(domain));
            domain.resume();
            console.awaitText("\n42");
        }
    }

    @Test
    void pausedContainerIsDestroyed() {
        Domain domain = start("sleep 1000 & sleep 1000");
        domain.suspend();
        destroySoon(domain);
    }

    @Test
    void pausedContainerWhoseHelperDiedIsCleanedUp() {
        Domain domain = start("sleep 1000 & sleep 1000");
        domain.suspend();
        new Helpers(sandbox).any().orElseThrow().destroyForcibly();
        Await.until("its end", () -> state(domain), "shut off (crashed)"::equals);
        assertNothingIsLeft(domain);
    }

    @Test
    void containerThatFrozeItselfIsDestroyed() {
        Domain domain =
                start("touch /out/on; echo FROZEN >/sys/fs/cgroup/freezer/freezer.state; exit 1");
        Await.until("its start", () -> Files.exists(root.path("/out/on")));
        Path inner = freezer(domain).resolveSibling("container").resolve("freezer.state");
        Await.until("its own freeze", () -> readState(inner), "FROZEN"::equals);
        destroySoon(domain);
    }

    private static String readState(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Test
    void forkBombIsDestroyed() {
        // A shell ends when it cannot fork, and an init that ends would spare us the bomb.
        Domain domain =
                start(
                        "trap 'exec /script' EXIT; bomb() { bomb | bomb & };"
                                + " while :; do bomb; done 2>/dev/null");
        Await.until(
                "as many processes as it may have",
                () -> Integer.parseInt(CgroupFiles.of(domain).read("pids", "pids.current")),
                count -> count > 100);
        assertNotEquals("shut off (crashed)", state(domain));
        destroySoon(domain);
    }
}
