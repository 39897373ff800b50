package dev.vsh.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.driver.Connection;
import dev.vsh.driver.Domain;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.driver.ShutdownMode;
import dev.vsh.driver.ShutdownRequest;
import dev.vsh.it.harness.Await;
import dev.vsh.it.harness.BusyboxRoot;
import dev.vsh.it.harness.Need;
import dev.vsh.it.harness.Requires;
import dev.vsh.it.harness.Sandbox;
import dev.vsh.it.harness.Vsh;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Inits that are asked to stop, and those that cannot be. */
@Requires({Need.ROOT, Need.BUSYBOX})
final class ShutdownTest {
    private static final ShutdownRequest PATIENT = ShutdownRequest.within(Duration.ofSeconds(30));

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

    private Domain start(String init, String... words) {
        Domain domain =
                connection.defineDomain(sandbox.document(root).init(init, words).document());
        domain.start();
        return domain;
    }

    private Domain startScript(String commands) {
        root.script("/script", commands + "; touch /out/up; while :; do sleep 1 & wait $!; done");
        Domain domain = start("/script");
        Await.until("its start", () -> Files.exists(root.path("/out/up")));
        return domain;
    }

    private static String state(Domain domain) {
        return domain.status().state() + " (" + domain.status().reasonText() + ")";
    }

    private static String refusal(ErrorCode code, Runnable verb) {
        DriverException refusal = assertThrows(DriverException.class, verb::run);
        assertEquals(code, refusal.code());
        return refusal.details().getFirst();
    }

    @Test
    void busyboxInitIsAskedByItsOwnSignal() {
        root.write(
                "/etc/inittab", "::sysinit:/bin/touch /out/up\n::shutdown:/bin/touch /out/down\n");
        Domain domain = start("/sbin/init");
        Await.until("its start", () -> Files.exists(root.path("/out/up")));
        domain.shutdown(PATIENT);
        assertEquals("shut off (shutdown)", state(domain));
        assertTrue(Files.exists(root.path("/out/down")));
    }

    @Test
    void programIsAskedBySigterm() {
        Domain domain = startScript("trap 'exit 0' TERM");
        Vsh.Result result = sandbox.vsh().run("shutdown", domain.name(), "--wait");
        assertEquals(
                "Domain '" + domain.name() + "' has been shut down\n\n",
                result.requireSuccess().out());
        assertEquals("shut off (shutdown)", state(domain));
    }

    @Test
    void programThatWouldNotHearOfItIsLeftAlone() {
        Domain domain = start("/bin/sleep", "1000");
        String message = refusal(ErrorCode.NO_SUPPORT, domain::shutdown);
        assertTrue(message.contains("program '/bin/busybox', does not handle SIGTERM"), message);
        assertEquals("running (booted)", state(domain));
    }

    @Test
    void programThatTakesItsTimeIsNotReportedAsShutDown() {
        Domain domain = startScript("trap 'echo no' TERM");
        String message =
                refusal(
                        ErrorCode.OPERATION_TIMEOUT,
                        () -> domain.shutdown(ShutdownRequest.within(Duration.ofSeconds(1))));
        assertTrue(message.contains("still runs after 1 s"), message);
        assertEquals("running (booted)", state(domain));
    }

    @Test
    void initctlFifoIsWrittenTo() {
        Domain domain =
                startScript(
                        "mkdir -p /run; mkfifo /run/initctl; (head -c 384 /run/initctl"
                                + " >/out/request; kill -USR1 1) & trap 'exit 0' USR1");
        domain.shutdown(new ShutdownRequest(Set.of(ShutdownMode.INITCTL), PATIENT.patience()));
        byte[] request = root.bytes("/out/request");
        assertEquals(384, request.length);
        assertEquals('0', request[8]);
    }

    @Test
    void initctlFifoOfTheHostIsOutOfReach() {
        Domain domain = startScript("ln -s /proc/self/root/run /run");
        String message =
                refusal(
                        ErrorCode.NO_SUPPORT,
                        () ->
                                domain.shutdown(
                                        new ShutdownRequest(
                                                Set.of(ShutdownMode.INITCTL), Optional.empty())));
        assertTrue(message.contains("reads no initctl fifo"), message);
    }

    @Test
    void pausedDomainIsNotAsked() {
        Domain domain = startScript("trap 'exit 0' TERM");
        domain.suspend();
        assertEquals(
                "domain is paused, resume it first",
                refusal(ErrorCode.OPERATION_INVALID, domain::shutdown));
    }
}
