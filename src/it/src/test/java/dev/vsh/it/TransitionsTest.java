package dev.vsh.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vsh.driver.Connection;
import dev.vsh.driver.Domain;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.driver.ShutdownRequest;
import dev.vsh.it.harness.Await;
import dev.vsh.it.harness.BusyboxRoot;
import dev.vsh.it.harness.Need;
import dev.vsh.it.harness.Requires;
import dev.vsh.it.harness.Sandbox;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Files;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Every verb in every state: what becomes of the domain, or how it is refused. */
@Requires({Need.ROOT, Need.BUSYBOX})
final class TransitionsTest {
    private static final ShutdownRequest PATIENT = ShutdownRequest.within(Duration.ofSeconds(60));
    private static final String REFUSED = "refused";

    @RegisterExtension private final Sandbox sandbox = new Sandbox();

    private Connection connection;
    private BusyboxRoot root;

    /** What a domain is in; the words of {@code domstate}. */
    enum State {
        SHUT_OFF("shut off"),
        RUNNING("running"),
        PAUSED("paused");

        private final String text;

        State(String text) {
            this.text = text;
        }
    }

    /** What is done, and what follows in each state. */
    enum Verb {
        START(Domain::start, "running", REFUSED, REFUSED),
        SUSPEND(Domain::suspend, REFUSED, "paused", REFUSED),
        RESUME(Domain::resume, REFUSED, REFUSED, "running"),
        SHUTDOWN(domain -> domain.shutdown(PATIENT), REFUSED, "shut off", REFUSED),
        REBOOT(domain -> domain.reboot(PATIENT), REFUSED, "running", REFUSED),
        RESET(Domain::reset, REFUSED, "running", "running"),
        DESTROY(Domain::destroy, REFUSED, "shut off", "shut off"),
        RENAME(domain -> domain.rename(domain.name() + "x"), "gone", REFUSED, REFUSED),
        UNDEFINE(Domain::undefine, "gone", "running", "paused");

        private final Consumer<Domain> action;
        private final Map<State, String> outcomes = new LinkedHashMap<>();

        Verb(Consumer<Domain> action, String shutOff, String running, String paused) {
            this.action = action;
            outcomes.put(State.SHUT_OFF, shutOff);
            outcomes.put(State.RUNNING, running);
            outcomes.put(State.PAUSED, paused);
        }
    }

    @BeforeEach
    void connect() {
        connection = sandbox.connect();
        root = sandbox.busyboxRoot();
        root.script(
                "/script",
                "trap 'exit 0' TERM; touch /out/up; while :; do sleep 1 & wait $!; done");
    }

    @AfterEach
    void disconnect() {
        connection.close();
    }

    @ParameterizedTest
    @EnumSource(Verb.class)
    void verbDoesTheSameInAStateEveryTime(Verb verb) {
        Map<State, String> seen = new LinkedHashMap<>();
        for (State state : State.values()) {
            seen.put(state, outcome(in(state), verb));
            connection.listAllDomains().forEach(TransitionsTest::forget);
        }
        assertEquals(verb.outcomes, seen);
    }

    private Domain in(State state) {
        root.path("/out/up").toFile().delete();
        Domain domain = connection.defineDomain(sandbox.document(root).init("/script").document());
        if (state != State.SHUT_OFF) {
            domain.start();
            Await.until("its start", () -> Files.exists(root.path("/out/up")));
        }
        if (state == State.PAUSED) {
            domain.suspend();
        }
        assertEquals(state.text, domain.status().state());
        return domain;
    }

    private String outcome(Domain domain, Verb verb) {
        try {
            verb.action.accept(domain);
        } catch (DriverException e) {
            assertEquals(ErrorCode.OPERATION_INVALID, e.code(), e.getMessage());
            return REFUSED;
        }
        return connection.listAllDomains().stream()
                .filter(each -> each.name().equals(domain.name()))
                .findFirst()
                .map(each -> each.status().state())
                .orElse("gone");
    }

    private static void forget(Domain domain) {
        boolean persistent = domain.isPersistent();
        if (domain.isActive()) {
            domain.destroy();
        }
        if (persistent) {
            domain.undefine();
        }
    }
}
