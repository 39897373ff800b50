package dev.vsh.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.domain.DomainStatus;
import dev.vsh.driver.Connection;
import dev.vsh.driver.Domain;
import dev.vsh.driver.DomainDocument;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.driver.XmlView;
import dev.vsh.it.harness.Await;
import dev.vsh.it.harness.ContainerDocument;
import dev.vsh.it.harness.Need;
import dev.vsh.it.harness.Requires;
import dev.vsh.it.harness.Sandbox;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.util.List;

/** What a domain's life is like, seen through the API. */
@Requires({Need.ROOT, Need.BUSYBOX})
final class LifecycleTest {
    @RegisterExtension private final Sandbox sandbox = new Sandbox();

    private Connection connection;
    private ContainerDocument document;

    @BeforeEach
    void connect() {
        connection = sandbox.connect();
        document = sandbox.document(sandbox.busyboxRoot()).init("/bin/sleep", "1000");
    }

    @AfterEach
    void disconnect() {
        connection.close();
    }

    private static String state(Domain domain) {
        return domain.status().state() + " (" + domain.status().reasonText() + ")";
    }

    private static void assertRefused(ErrorCode code, Runnable verb) {
        assertEquals(code, assertThrows(DriverException.class, verb::run).code());
    }

    @Test
    void persistentDomainLivesThroughDefineStartDestroyUndefine() {
        Domain domain = connection.defineDomain(document.document());
        assertEquals("shut off (unknown)", state(domain));
        domain.start();
        assertEquals("running (booted)", state(domain));
        assertTrue(domain.id().isPresent());
        domain.destroy();
        assertEquals("shut off (destroyed)", state(domain));
        assertFalse(domain.id().isPresent());
        domain.undefine();
        assertEquals(List.of(), connection.listAllDomains());
        assertEquals(List.of(), sandbox.leftovers());
    }

    @Test
    void transientDomainGoesWithItsDestruction() {
        Domain domain = connection.createDomain(document.document());
        assertFalse(domain.isPersistent());
        domain.destroy();
        assertRefused(ErrorCode.NO_DOMAIN, () -> connection.lookupDomainByName(document.name()));
        assertEquals(List.of(), sandbox.leftovers());
    }

    @Test
    void transientDomainGoesWithItsInit() {
        connection.createDomain(document.init("/bin/true").document());
        Await.until("an empty list", connection::listAllDomains, List::isEmpty);
        assertEquals(List.of(), sandbox.leftovers());
    }

    @Test
    void initThatEndsShutsTheDomainOff() {
        Domain domain = connection.defineDomain(document.init("/bin/false").document());
        domain.start();
        Await.until("its end", () -> state(domain), "shut off (shutdown)"::equals);
    }

    @Test
    void initThatIsKilledBySignalIsACrash() {
        Domain domain =
                connection.defineDomain(document.init("/bin/sh", "-c", "sleep 1000").document());
        domain.start();
        long init = ((DomainStatus.Running) domain.status()).initPid();
        ProcessHandle.of(init).orElseThrow().destroyForcibly();
        Await.until("its end", () -> state(domain), "shut off (crashed)"::equals);
        domain.start();
        assertEquals("running (booted)", state(domain));
    }

    @Test
    void startOfActiveDomainIsRefused() {
        Domain domain = connection.defineDomain(document.document());
        domain.start();
        assertRefused(ErrorCode.OPERATION_INVALID, domain::start);
        assertEquals("running (booted)", state(domain));
    }

    @Test
    void destroyOfInactiveDomainIsRefused() {
        Domain domain = connection.defineDomain(document.document());
        assertRefused(ErrorCode.OPERATION_INVALID, domain::destroy);
    }

    @Test
    void undefineOfRunningDomainMakesItTransient() {
        Domain domain = connection.defineDomain(document.document());
        domain.start();
        domain.undefine();
        assertTrue(domain.isActive());
        assertFalse(domain.isPersistent());
        assertRefused(ErrorCode.OPERATION_INVALID, domain::undefine);
        domain.destroy();
        assertEquals(List.of(), connection.listAllDomains());
        assertEquals(List.of(), sandbox.leftovers());
    }

    @Test
    void defineOfTransientDomainMakesItPersistent() {
        Domain domain = connection.createDomain(document.document());
        String withUuid = domain.xml(XmlView.INACTIVE);
        connection.defineDomain(DomainDocument.of(withUuid));
        assertTrue(domain.isPersistent());
        domain.destroy();
        assertEquals("shut off (destroyed)", state(domain));
    }

    @Test
    void secondDefinitionCountsFromTheNextStart() {
        Domain domain = connection.defineDomain(document.memoryMib(64).document());
        domain.start();
        String next = domain.xml(XmlView.INACTIVE).replace("65536", "131072");
        connection.defineDomain(DomainDocument.of(next));
        assertTrue(domain.xml(XmlView.LIVE).contains(">65536</memory>"));
        assertTrue(domain.xml(XmlView.INACTIVE).contains(">131072</memory>"));
        domain.destroy();
        assertTrue(domain.xml(XmlView.LIVE).contains(">131072</memory>"));
    }

    @Test
    void sameNameWithAnotherUuidIsRefused() {
        connection.defineDomain(document.document());
        assertRefused(
                ErrorCode.OPERATION_FAILED, () -> connection.defineDomain(document.document()));
    }

    @Test
    void liveDocumentHasIdAndConsolePathsAndTheInactiveOneHasNot() {
        Domain domain = connection.defineDomain(document.consoles(2).document());
        domain.start();
        String live = domain.xml(XmlView.LIVE);
        assertTrue(live.contains("id='" + domain.id().orElseThrow() + "'"), live);
        assertTrue(live.contains("tty='/proc/"), live);
        assertTrue(live.contains("<alias name='console1'/>"), live);
        String inactive = domain.xml(XmlView.INACTIVE);
        assertFalse(inactive.contains("id='"), inactive);
        assertFalse(inactive.contains("tty="), inactive);
        assertFalse(inactive.contains("<alias"), inactive);
    }

    @Test
    void domainsAreFoundByNameIdAndUuid() {
        Domain domain = connection.createDomain(document.document());
        assertEquals(document.name(), connection.lookupDomainByUuid(domain.uuid()).name());
        assertEquals(
                document.name(), connection.lookupDomainById(domain.id().orElseThrow()).name());
        assertRefused(ErrorCode.NO_DOMAIN, () -> connection.lookupDomainByName("no-such-domain"));
    }

    @Test
    void readOnlyConnectionLooksButDoesNotTouch() {
        Domain domain = connection.createDomain(document.document());
        try (Connection reader = Connection.openReadOnly(sandbox.uri())) {
            Domain seen = reader.lookupDomainByName(domain.name());
            assertTrue(seen.isActive());
            assertRefused(ErrorCode.OPERATION_DENIED, seen::destroy);
        }
        assertTrue(domain.isActive());
    }

    @Test
    void rebootFromInsideStartsTheInitAgain() {
        var root = sandbox.busyboxRoot();
        root.script(
                "/init",
                "echo >>/out/boots; [ -e /out/again ] || { touch /out/again; reboot -f; }; exec"
                        + " sleep 1000");
        Domain domain = connection.defineDomain(sandbox.document(root).init("/init").document());
        domain.start();
        long id = domain.id().orElseThrow();
        Await.until("two boots", () -> root.read("/out/boots"), "\n\n"::equals);
        assertEquals("running (booted)", state(domain));
        assertEquals(id, domain.id().orElseThrow());
        domain.destroy();
        assertEquals("shut off (destroyed)", state(domain));
    }

    @Test
    void powerOffFromInsideIsAShutdown() {
        Domain domain =
                connection.defineDomain(document.init("/bin/sh", "-c", "poweroff -f").document());
        domain.start();
        Await.until("its end", () -> state(domain), "shut off (shutdown)"::equals);
    }
}
