package dev.vsh.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.domain.DomainStatus;
import dev.vsh.domain.InitEnd;
import dev.vsh.domain.LifecycleEvent;
import dev.vsh.driver.Connection;
import dev.vsh.driver.Domain;
import dev.vsh.driver.ShutdownRequest;
import dev.vsh.driver.XmlView;
import dev.vsh.it.harness.Await;
import dev.vsh.it.harness.BusyboxRoot;
import dev.vsh.it.harness.Need;
import dev.vsh.it.harness.Requires;
import dev.vsh.it.harness.Sandbox;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What follows the end of an init: the domain's, or another init. */
@Requires({Need.ROOT, Need.BUSYBOX})
final class EndActionsTest {
    private static final ShutdownRequest PATIENT = ShutdownRequest.within(Duration.ofSeconds(30));

    @RegisterExtension private final Sandbox sandbox = new Sandbox();

    private Connection connection;
    private BusyboxRoot root;

    @BeforeEach
    void connect() {
        connection = sandbox.connect();
        root = sandbox.busyboxRoot();
        root.write("/out/boots", "");
    }

    @AfterEach
    void disconnect() {
        connection.close();
    }

    private Domain start(String elements, String commands) {
        root.script("/script", "echo boot >>/out/boots; " + commands);
        Domain domain =
                connection.defineDomain(
                        sandbox.document(root).init("/script").elements(elements).document());
        domain.start();
        return domain;
    }

    private int boots() {
        return (int) root.read("/out/boots").lines().count();
    }

    private static String state(Domain domain) {
        return domain.status().state() + " (" + domain.status().reasonText() + ")";
    }

    private static long initPid(Domain domain) {
        return domain.status() instanceof DomainStatus.Running running ? running.initPid() : 0;
    }

    private static Optional<InitEnd> initEnd(Domain domain) {
        return ((DomainStatus.ShutOff) domain.status()).init();
    }

    private static final String WAITS = "trap 'exit 0' TERM; while :; do sleep 1 & wait $!; done";

    @Test
    void exitStatusOfTheInitIsKept() {
        Domain domain = start("", "exit 42");
        Await.until("its end", () -> state(domain), "shut off (shutdown)"::equals);
        assertEquals(Optional.of(new InitEnd.Exited(42)), initEnd(domain));
        String info = sandbox.vsh().run("dominfo", domain.name()).requireSuccess().out();
        assertTrue(info.contains("Init:           exited with status 42\n"), info);
    }

    /** To whoever waits for the init, this looks like a SIGINT. */
    @Test
    void powerOffFromInsideIsToldByItsName() {
        Domain domain = start("", "exec poweroff -f");
        Await.until("its end", () -> state(domain), "shut off (shutdown)"::equals);
        assertEquals(Optional.of(new InitEnd.PoweredOff()), initEnd(domain));
        assertEquals(
                "shut off (shutdown): powered off\n\n",
                sandbox.vsh().run("domstate", domain.name(), "--reason").requireSuccess().out());
    }

    @Test
    void rebootThatIsTheLastIsToldByItsName() {
        Domain domain = start("<on_reboot>destroy</on_reboot>", "exec reboot -f");
        Await.until("its end", () -> state(domain), "shut off (shutdown)"::equals);
        assertEquals(Optional.of(new InitEnd.Rebooted()), initEnd(domain));
    }

    @Test
    void signalThatEndedTheInitIsKept() {
        Domain domain = start("", "exec sleep 1000");
        ProcessHandle.of(initPid(domain)).orElseThrow().destroyForcibly();
        Await.until("its end", () -> state(domain), "shut off (crashed)"::equals);
        assertEquals(Optional.of(new InitEnd.Killed(9)), initEnd(domain));
    }

    @Test
    void crashedInitIsStartedAgain() {
        Domain domain = start("<on_crash>restart</on_crash>", "exec sleep 1000");
        Await.until("its start", () -> boots(), count -> count == 1);
        long id = domain.id().orElseThrow();
        long first = initPid(domain);
        ProcessHandle.of(first).orElseThrow().destroyForcibly();
        Await.until("another init", () -> boots(), count -> count == 2);
        assertEquals(id, domain.id().orElseThrow());
        Await.until("its id", () -> initPid(domain), pid -> pid != 0 && pid != first);
        domain.destroy();
        assertEquals("shut off (destroyed)", state(domain));
        assertEquals(2, boots());
    }

    @Test
    void initThatCrashesAgainAndAgainIsGivenUp() {
        Domain domain = start("<on_poweroff>restart</on_poweroff>", "exit 9");
        Await.until("its end", () -> state(domain), "shut off (shutdown)"::equals);
        assertEquals(5, boots());
        assertEquals(Optional.of(new InitEnd.Exited(9)), initEnd(domain));
    }

    @Test
    void shutdownHonoursOnPoweroffAndGracefulDestroyDoesNot() {
        Domain domain = start("<on_poweroff>restart</on_poweroff>", WAITS);
        Await.until("its start", () -> boots(), count -> count == 1);
        domain.shutdown(PATIENT);
        assertTrue(domain.isActive());
        Await.until("its start", () -> boots(), count -> count == 2);
        domain.shutdown(PATIENT.asLast());
        assertEquals("shut off (shutdown)", state(domain));
    }

    @Test
    void programThatCannotRebootIsStartedAgain() {
        Domain domain = start("", WAITS);
        Await.until("its start", () -> boots(), count -> count == 1);
        long id = domain.id().orElseThrow();
        long first = initPid(domain);
        String document = domain.xml(XmlView.LIVE).replaceAll("/proc/[0-9]+", "");
        assertEquals(
                "Domain '" + domain.name() + "' has been rebooted\n\n",
                sandbox.vsh().run("reboot", domain.name(), "--wait").requireSuccess().out());
        assertEquals(id, domain.id().orElseThrow());
        assertNotEquals(first, initPid(domain));
        assertEquals(document, domain.xml(XmlView.LIVE).replaceAll("/proc/[0-9]+", ""));
        assertEquals(2, boots());
    }

    @Test
    void rebootOfADomainThatShallNotStartAgainEndsIt() {
        Domain domain = start("<on_reboot>destroy</on_reboot>", WAITS);
        Await.until("its start", () -> boots(), count -> count == 1);
        domain.reboot(PATIENT);
        assertEquals("shut off (shutdown)", state(domain));
    }

    @Test
    void resetStartsAgainWhateverTheDocumentSays() {
        Domain domain = start("<on_reboot>destroy</on_reboot>", "exec sleep 1000");
        long first = initPid(domain);
        domain.reset();
        assertNotEquals(first, initPid(domain));
        domain.suspend();
        domain.reset();
        assertEquals("running (booted)", state(domain));
        Await.until("three starts", () -> boots(), count -> count == 3);
    }

    @Test
    void actionIsChangedInTheRunningDomainAndInItsDefinition() {
        Domain domain = start("", "exec sleep 1000");
        domain.setLifecycleAction(LifecycleEvent.CRASH, "restart", Set.of(XmlView.LIVE));
        domain.setLifecycleAction(LifecycleEvent.REBOOT, "destroy", Set.of(XmlView.INACTIVE));
        assertTrue(domain.xml(XmlView.LIVE).contains("<on_crash>restart<"));
        assertTrue(domain.xml(XmlView.LIVE).contains("<on_reboot>restart<"));
        assertFalse(domain.xml(XmlView.INACTIVE).contains("<on_crash>restart<"));
        assertTrue(domain.xml(XmlView.INACTIVE).contains("<on_reboot>destroy<"));
        Await.until("its start", () -> boots(), count -> count == 1);
        ProcessHandle.of(initPid(domain)).orElseThrow().destroyForcibly();
        Await.until("another init", () -> boots(), count -> count == 2);
    }
}
