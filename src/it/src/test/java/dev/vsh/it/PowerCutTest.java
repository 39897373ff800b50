package dev.vsh.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.domain.DomainStatus;
import dev.vsh.driver.Connection;
import dev.vsh.driver.Domain;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.XmlView;
import dev.vsh.it.harness.Await;
import dev.vsh.it.harness.Damage;
import dev.vsh.it.harness.Helpers;
import dev.vsh.it.harness.Need;
import dev.vsh.it.harness.Requires;
import dev.vsh.it.harness.Sandbox;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a loss of power makes of files: the truth is told of each domain, and what is wrong with one is no other's. */
@Requires({Need.ROOT, Need.BUSYBOX})
final class PowerCutTest {
    @RegisterExtension private final Sandbox sandbox = new Sandbox();

    private Connection connection;
    private Domain hurt;
    private Domain other;

    @BeforeEach
    void define() {
        connection = sandbox.connect();
        hurt = define("1000");
        other = define("1001");
    }

    private Domain define(String argument) {
        return connection.defineDomain(
                sandbox.document(sandbox.busyboxRoot()).init("/bin/sleep", argument).document());
    }

    @AfterEach
    void disconnect() {
        connection.close();
    }

    private Path definition() {
        return sandbox.embedRoot().resolve("etc/" + hurt.name() + ".xml");
    }

    private Path run(String suffix) {
        return sandbox.embedRoot().resolve("run/" + hurt.name() + suffix);
    }

    private static void assertNames(Path file, DriverException e) {
        assertEquals(1, e.getMessage().lines().count(), e.getMessage());
        assertTrue(e.getMessage().contains(file.toString()), e.getMessage());
    }

    private void assertOthersAreWell() {
        assertEquals(2, connection.listAllDomains().size());
        connection.listAllDomains().forEach(Domain::status);
        other.start();
        assertEquals(other.uuid(), connection.lookupDomainByUuid(other.uuid()).uuid());
        define("1002").undefine();
        other.destroy();
    }

    @ParameterizedTest
    @EnumSource(Damage.class)
    void damagedDefinitionIsNamedAndCanBeReplaced(Damage damage) throws IOException {
        String document = hurt.xml(XmlView.INACTIVE);
        damage.to(definition());
        assertOthersAreWell();
        assertNames(definition(), assertThrows(DriverException.class, hurt::start));
        assertNames(
                definition(),
                assertThrows(DriverException.class, () -> hurt.xml(XmlView.INACTIVE)));
        assertNames(
                definition(), assertThrows(DriverException.class, () -> hurt.rename("another")));
        hurt.undefine();
        assertEquals(List.of(other.name()), names());
        Files.writeString(definition(), document);
        hurt.start();
        hurt.destroy();
    }

    private List<String> names() {
        return connection.listAllDomains().stream().map(Domain::name).toList();
    }

    @ParameterizedTest
    @EnumSource(Damage.class)
    void runningContainerWhoseRecordIsDamagedIsFoundAgain(Damage damage) throws IOException {
        hurt.start();
        long initPid = ((DomainStatus.Running) hurt.status()).initPid();
        damage.to(run(".status"));
        assertOthersAreWell();
        assertEquals(initPid, ((DomainStatus.Running) hurt.status()).initPid());
        assertThrows(DriverException.class, hurt::start);
        hurt.destroy();
        assertEquals("shut off (destroyed)", state());
    }

    private String state() {
        return hurt.status().state() + " (" + hurt.status().reasonText() + ")";
    }

    @ParameterizedTest
    @EnumSource(Damage.class)
    void recordOfAnEndThatIsDamagedIsOfAnUnknownOne(Damage damage) throws IOException {
        hurt.start();
        hurt.destroy();
        damage.to(run(".status"));
        assertOthersAreWell();
        assertEquals("shut off (unknown)", state());
        hurt.start();
    }

    @Test
    void deadContainerWhoseRecordIsLostLeavesNothing() throws IOException {
        hurt.start();
        Files.delete(run(".status"));
        ProcessHandle helper = new Helpers(sandbox).any().orElseThrow();
        helper.destroyForcibly();
        helper.onExit().join();
        Await.until("the end to be known", () -> !hurt.isActive());
        assertEquals("shut off (crashed)", state());
        hurt.start();
    }

    @ParameterizedTest
    @EnumSource(Damage.class)
    void damagedLiveDocumentIsNamedAndTheDomainCanBeDestroyed(Damage damage) throws IOException {
        hurt.start();
        damage.to(run(".xml"));
        assertOthersAreWell();
        assertEquals("running", hurt.status().state());
        assertNames(run(".xml"), assertThrows(DriverException.class, () -> hurt.xml(XmlView.LIVE)));
        assertNames(run(".xml"), assertThrows(DriverException.class, hurt::info));
        hurt.suspend();
        hurt.resume();
        hurt.destroy();
        hurt.start();
    }

    /** Nothing but its groups is left, and whose they are stands on them. */
    @Test
    void deadContainerOfWhichEverythingIsLostLeavesNothing() throws IOException {
        hurt.start();
        ProcessHandle helper = new Helpers(sandbox).any().orElseThrow();
        for (String suffix : List.of(".status", ".xml")) {
            Files.delete(run(suffix));
        }
        Files.delete(run("").resolveSibling(helper.pid() + ".sock"));
        helper.destroyForcibly();
        helper.onExit().join();
        assertEquals(2, connection.listAllDomains().size());
        assertEquals("shut off (unknown)", state());
        Await.until("nothing to be left", this::leftovers, List::isEmpty);
    }

    /** Besides the files of domains that are defined. */
    private List<String> leftovers() {
        return sandbox.leftovers().stream().filter(each -> !each.startsWith("file ")).toList();
    }

    /** A folder on a disk keeps the records of before. */
    @Test
    void recordOfAnotherBootIsOfNothingThatRuns() throws IOException {
        hurt.start();
        hurt.destroy();
        // As it would look if the processes of then had the numbers and the times of some of now.
        String boot = Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
        other.start();
        String now =
                Files.readString(sandbox.embedRoot().resolve("run/" + other.name() + ".status"));
        assertTrue(now.contains("@" + boot), now);
        Files.writeString(
                run(".status"),
                now.replace(boot, "00000000-0000").replace(other.name(), hurt.name()));
        assertEquals("shut off (crashed)", state());
        assertTrue(other.isActive());
        other.suspend();
        hurt.start();
    }
}
