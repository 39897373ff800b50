package dev.vsh.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.driver.Connection;
import dev.vsh.driver.Domain;
import dev.vsh.driver.DomainEvent;
import dev.vsh.driver.EventStream;
import dev.vsh.it.harness.Need;
import dev.vsh.it.harness.Requires;
import dev.vsh.it.harness.Sandbox;
import dev.vsh.it.harness.Vsh;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/** What a loss of power makes of files beside the documents: logs, inboxes, the marks of what begins with the host. */
@Requires({Need.ROOT, Need.BUSYBOX})
final class PowerCutMarksTest {
    @RegisterExtension private final Sandbox sandbox = new Sandbox();

    private Connection connection;
    private Domain domain;

    @BeforeEach
    void define() {
        connection = sandbox.connect();
        domain = defined();
    }

    private Domain defined() {
        return connection.defineDomain(
                sandbox.document(sandbox.busyboxRoot()).init("/bin/sleep", "1000").document());
    }

    @AfterEach
    void disconnect() {
        connection.close();
    }

    private Path file(String name) {
        return sandbox.embedRoot().resolve(name);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "FOLDER")
    void damagedLogIsWrittenOn(Damage damage) throws IOException {
        domain.start();
        domain.destroy();
        Path log = file("log/" + domain.name() + ".log");
        damage.to(log);
        long before = Files.size(log);
        domain.start();
        assertTrue(Files.size(log) > before);
    }

    @Test
    void damagedLogIsPrintedAsItIs() throws IOException {
        domain.start();
        Damage.GARBAGE.to(file("log/" + domain.name() + ".log"));
        sandbox.vsh().run("log", domain.name()).requireSuccess();
    }

    @ParameterizedTest
    @EnumSource(Damage.class)
    void markThatIsNoLinkAnyMoreIsMadeAgain(Damage damage) throws IOException {
        domain.setAutostart(true);
        Path mark = file("etc/autostart/" + domain.name() + ".xml");
        Files.delete(mark);
        Files.writeString(mark, "what a link may have become");
        damage.to(mark);
        assertFalse(domain.isAutostart());
        domain.setAutostart(true);
        assertTrue(domain.isAutostart());
        domain.setAutostart(false);
        assertFalse(Files.exists(mark));
    }

    /** The mark came to the disk, and the definition did not; or somebody else removed it. */
    @Test
    void markOfNobodyMarksNobody() throws IOException {
        domain.setAutostart(true);
        Path mark = file("etc/autostart/" + domain.name() + ".xml");
        Files.move(mark, mark.resolveSibling("nobody.xml"));
        Files.createSymbolicLink(mark, Path.of("/nowhere"));
        assertTrue(domain.isAutostart());
        assertEquals(1, connection.listAllDomains().size());
        sandbox.vsh().run("autostart-all").requireSuccess();
        assertTrue(domain.isActive());
        Files.delete(mark.resolveSibling("nobody.xml"));
        connection.networks().all().forEach(network -> network.undefine());
    }

    @ParameterizedTest
    @EnumSource(names = {"EMPTY", "HALF"})
    void othersBeginAndEndWithTheHost(Damage damage) throws IOException {
        Domain other = defined();
        domain.start();
        domain.setAutostart(true);
        other.setAutostart(true);
        Path definition = file("etc/" + domain.name() + ".xml");
        damage.to(definition);
        Vsh vsh = sandbox.vsh();
        Vsh.Result result = vsh.run("autostart-all");
        assertEquals(1, result.status());
        assertTrue(result.errors().contains(definition.toString()), result.errors());
        assertTrue(other.isActive());
        vsh.run("shutdown-all", "--destroy", "--timeout", "1").requireSuccess();
        assertFalse(other.isActive());
        assertFalse(domain.isActive());
        connection.networks().all().forEach(network -> network.undefine());
    }

    @ParameterizedTest
    @EnumSource(Damage.class)
    void damagedEventIsPassedOver(Damage damage) throws IOException {
        try (EventStream events = connection.events()) {
            domain.start();
            Path inbox = onlyChild(onlyChild(file("run/listeners")));
            damage.to(inbox);
            Files.writeString(inbox.resolveSibling("cut-off.event.new"), "");
            domain.suspend();
            assertEquals(
                    DomainEvent.Kind.SUSPENDED,
                    events.next(Duration.ofSeconds(20)).orElseThrow().kind());
        }
        assertEquals(0, Objects.requireNonNull(file("run/listeners").toFile().list()).length);
    }

    private static Path onlyChild(Path folder) throws IOException {
        try (var children = Files.list(folder)) {
            return children.findFirst().orElseThrow();
        }
    }
}
