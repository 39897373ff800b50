package dev.vsh.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.domain.InitEnd;
import dev.vsh.driver.Connection;
import dev.vsh.driver.Domain;
import dev.vsh.driver.DomainEvent;
import dev.vsh.driver.DomainEvent.Kind;
import dev.vsh.driver.EventStream;
import dev.vsh.it.harness.Await;
import dev.vsh.it.harness.BusyboxRoot;
import dev.vsh.it.harness.ContainerDocument;
import dev.vsh.it.harness.Need;
import dev.vsh.it.harness.Requires;
import dev.vsh.it.harness.Sandbox;
import dev.vsh.it.harness.Vsh;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What listeners hear of what other processes do. */
@Requires({Need.ROOT, Need.BUSYBOX})
final class EventsTest {
    private static final int USERS = 4;
    private static final int TURNS = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @RegisterExtension private final Sandbox sandbox = new Sandbox();

    private Connection connection;
    private BusyboxRoot root;
    private ContainerDocument document;

    @BeforeEach
    void connect() {
        connection = sandbox.connect();
        root = sandbox.busyboxRoot();
        document = sandbox.document(root).init("/bin/sleep", "1000");
    }

    @AfterEach
    void disconnect() {
        connection.close();
    }

    private static List<Kind> take(EventStream events, int count) {
        List<Kind> kinds = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.next(PATIENCE).map(DomainEvent::kind).ifPresent(kinds::add);
        }
        return kinds;
    }

    @Test
    void everyListenerHearsOnceOfWhatOthersDo() throws IOException {
        try (EventStream one = connection.events();
                EventStream two = connection.events()) {
            Domain domain = connection.defineDomain(document.document());
            sandbox.vsh().run("start", domain.name()).requireSuccess();
            sandbox.vsh().run("suspend", domain.name()).requireSuccess();
            domain.resume();
            domain.reset();
            sandbox.vsh().run("desc", domain.name(), "--title", "other", "--live", "--config");
            sandbox.vsh().run("destroy", domain.name()).requireSuccess();
            List<String> log = Files.readAllLines(domain.logFile().orElseThrow());
            domain.undefine();
            List<Kind> all =
                    List.of(
                            Kind.DEFINED,
                            Kind.STARTED,
                            Kind.SUSPENDED,
                            Kind.RESUMED,
                            Kind.REBOOTED,
                            Kind.TITLE_CHANGED,
                            Kind.DESTROYED,
                            Kind.UNDEFINED);
            assertEquals(all, take(one, all.size()));
            assertEquals(all, take(two, all.size()));
            assertEquals(Optional.empty(), one.next(Duration.ofMillis(600)));
            assertEquals(
                    List.of(
                            "starting up",
                            "lifecycle Started Booted",
                            "lifecycle Suspended Paused",
                            "lifecycle Resumed Unpaused",
                            "reset: everything in it is killed",
                            "reboot",
                            "metadata-change title",
                            "lifecycle Stopped Destroyed: ended by SIGKILL"),
                    log.stream().map(line -> line.substring(line.indexOf(": ") + 2)).toList());
        }
    }

    /** Of four domains, whose users know nothing of each other, while two listen: none is lost and none comes twice. */
    @Test
    void eventsOfManyAtOnceAreHeardOnceEachInTheirOrder() {
        List<Kind> life = new ArrayList<>(List.of(Kind.STARTED));
        for (int turn = 0; turn < TURNS; turn++) {
            life.addAll(List.of(Kind.SUSPENDED, Kind.RESUMED));
        }
        life.add(Kind.DESTROYED);
        List<Domain> domains = new ArrayList<>();
        for (int user = 0; user < USERS; user++) {
            domains.add(
                    connection.defineDomain(
                            sandbox.document(root).init("/bin/sleep", "1000").document()));
        }
        try (EventStream one = connection.events();
                EventStream two = connection.events()) {
            domains.parallelStream().forEach(domain -> live(domain.name()));
            for (EventStream events : List.of(one, two)) {
                Map<String, List<Kind>> heard = new HashMap<>();
                for (int i = 0; i < USERS * life.size(); i++) {
                    DomainEvent event = events.next(PATIENCE).orElseThrow();
                    heard.computeIfAbsent(event.domain(), _ -> new ArrayList<>()).add(event.kind());
                }
                domains.forEach(domain -> assertEquals(life, heard.get(domain.name())));
                assertEquals(Optional.empty(), events.next(Duration.ofMillis(600)));
            }
        }
    }

    private void live(String name) {
        try (Connection own = sandbox.connect()) {
            Domain domain = own.lookupDomainByName(name);
            domain.start();
            for (int turn = 0; turn < TURNS; turn++) {
                domain.suspend();
                domain.resume();
            }
            domain.destroy();
        }
    }

    @Test
    void endThatNobodyAskedForIsHeardOfOnce() {
        Domain domain = connection.defineDomain(document.init("/bin/true").document());
        try (EventStream one = connection.events();
                EventStream two = connection.events()) {
            domain.start();
            assertEquals(List.of(Kind.STARTED), take(one, 1));
            DomainEvent end = one.next(PATIENCE).orElseThrow();
            assertEquals(Kind.SHUT_DOWN, end.kind());
            assertEquals(Optional.of(new InitEnd.Exited(0)), end.init());
            assertEquals(List.of(Kind.STARTED, Kind.SHUT_DOWN), take(two, 2));
            assertEquals(Optional.empty(), two.next(Duration.ofMillis(600)));
        }
    }

    @Test
    void inboxOfADeadListenerIsRemoved() throws Exception {
        Process listener = sandbox.vsh().start("event", "--all", "--loop");
        Path inboxes = sandbox.embedRoot().resolve("run/listeners");
        Await.until("the inbox", () -> isFilled(inboxes));
        listener.descendants().forEach(ProcessHandle::destroyForcibly);
        listener.destroyForcibly().waitFor();
        connection.defineDomain(document.document());
        Await.until("the inbox to go", () -> !isFilled(inboxes));
    }

    private static boolean isFilled(Path folder) {
        return count(folder) > 0;
    }

    private static int count(Path folder) {
        String[] names = folder.toFile().list();
        return names == null ? 0 : names.length;
    }

    @Test
    void awaitSeesAStateThatLastsNoTime() throws Exception {
        Domain domain = connection.defineDomain(document.init("/bin/true").document());
        String pattern = domain.name().substring(0, domain.name().length() - 1) + "*";
        Process one = sandbox.vsh().start("await", pattern, "--state", "running");
        Process all = sandbox.vsh().start("await", pattern, "--state", "paused,running", "--all");
        Path inboxes = sandbox.embedRoot().resolve("run/listeners");
        Await.until("two inboxes", () -> count(inboxes) == 2);
        domain.start();
        String seen = "Domain '" + domain.name() + "' is running\n\n";
        assertEquals(seen, Vsh.finish(one, "").requireSuccess().out());
        assertEquals(seen, Vsh.finish(all, "").requireSuccess().out());
        sandbox.vsh().run("await", pattern, "--state", "shutoff").requireSuccess();
    }

    @Test
    void shellPrintsEventsAsTheyCome() throws Exception {
        Domain domain = connection.defineDomain(document.document());
        Process listener =
                sandbox.vsh().start("event", domain.name(), "--event", "lifecycle", "--timestamp");
        Path inboxes = sandbox.embedRoot().resolve("run/listeners");
        Await.until("the inbox", () -> isFilled(inboxes));
        domain.start();
        Vsh.Result result = Vsh.finish(listener, "").requireSuccess();
        assertTrue(
                result.out()
                        .matches(
                                "[0-9-]{10} [0-9:.]{12}\\+0000: event 'lifecycle' for domain '"
                                        + domain.name()
                                        + "': Started Booted\nevents received: 1\n\n"),
                result.out());
    }
}
