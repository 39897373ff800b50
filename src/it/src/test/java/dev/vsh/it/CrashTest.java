package dev.vsh.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.driver.Connection;
import dev.vsh.driver.Domain;
import dev.vsh.driver.DriverException;
import dev.vsh.it.harness.Await;
import dev.vsh.it.harness.Helpers;
import dev.vsh.it.harness.Need;
import dev.vsh.it.harness.Requires;
import dev.vsh.it.harness.Sandbox;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/** Processes that are killed at any moment: nothing stays behind, the truth is told, and the next start works. */
@Order(4)
@Requires({Need.ROOT, Need.BUSYBOX})
final class CrashTest {
    private static final int MOMENTS = 12;

    @RegisterExtension private final Sandbox sandbox = new Sandbox();

    private Connection connection;
    private Domain domain;

    @BeforeEach
    void define() {
        connection = sandbox.connect();
        domain =
                connection.defineDomain(
                        sandbox.document(sandbox.busyboxRoot())
                                .init("/bin/sleep", "1000")
                                .document());
    }

    @AfterEach
    void disconnect() {
        connection.close();
    }

    /** All that may be left of a domain that is defined and shut off: files. */
    private List<String> leftovers() {
        return sandbox.leftovers().stream().filter(each -> !each.startsWith("file ")).toList();
    }

    private void assertGone() {
        Await.until("the container to be gone", () -> !domain.isActive());
        Await.until("nothing to be left", this::leftovers, List::isEmpty);
    }

    private Duration timeOfStart() {
        Instant begin = Instant.now();
        domain.start();
        Duration time = Duration.between(begin, Instant.now());
        domain.destroy();
        return time;
    }

    /** Moments, not conditions: what happens then is whatever happens. */
    private static void pass(Duration time) {
        long until = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < until) {
            LockSupport.parkNanos(until - System.nanoTime());
        }
    }

    @Test
    void helperThatIsKilledTakesTheContainerAlong() {
        domain.start();
        ProcessHandle.of(domain.id().orElseThrow()).orElseThrow().destroyForcibly();
        assertGone();
        assertEquals("shut off (crashed)", state());
        domain.start();
        assertTrue(domain.isActive());
    }

    private String state() {
        return domain.status().state() + " (" + domain.status().reasonText() + ")";
    }

    @Test
    void helperCanBeKilledAtAnyMoment() {
        Duration time = timeOfStart();
        for (int moment = 0; moment < MOMENTS; moment++) {
            var start = CompletableFuture.runAsync(this::tryToStart);
            ProcessHandle helper =
                    Await.until("a helper", new Helpers(sandbox)::any, found -> found.isPresent())
                            .orElseThrow();
            pass(time.multipliedBy(moment).dividedBy(MOMENTS));
            helper.destroyForcibly();
            start.join();
            assertGone();
            String state = state();
            assertTrue(List.of("shut off (crashed)", "shut off (failed)").contains(state), state);
        }
        domain.start();
        domain.destroy();
        domain.undefine();
        assertEquals(List.of(), sandbox.leftovers());
    }

    private void tryToStart() {
        try {
            domain.start();
        } catch (DriverException e) {
            assertEquals(1, e.getMessage().lines().count(), e.getMessage());
        }
    }

    @Test
    void starterCanBeKilledAtAnyMoment() {
        Instant begin = Instant.now();
        sandbox.vsh().run("start", domain.name()).requireSuccess();
        Duration time = Duration.between(begin, Instant.now());
        domain.destroy();
        for (int moment = 1; moment <= 8; moment++) {
            Process starter = sandbox.vsh().start("start", domain.name());
            // The first half is the shell's own beginning.
            pass(time.dividedBy(2).plus(time.multipliedBy(moment).dividedBy(16)));
            starter.destroyForcibly();
            starter.onExit().join();
            settle();
        }
        domain.start();
    }

    /** A child that hangs, to order, holds the helper up for as long as this test needs. */
    @Test
    void halfMadeContainerOfAKilledStarterCanBeDestroyedAtOnce() {
        Process starter =
                sandbox.vsh()
                        .withJavaOptions("-Dvsh.helper.faults=3 -Dvsh.helper.deadlineMillis=5000")
                        .start("start", domain.name());
        Await.until("a helper at work", domain::isActive);
        starter.destroyForcibly();
        starter.onExit().join();
        settle();
        domain.start();
    }

    /** A start that nobody waits for may succeed or not; either way it can be undone at once. */
    private void settle() {
        Instant begin = Instant.now();
        try {
            domain.destroy();
        } catch (DriverException _) {
            assertTrue(!domain.isActive());
        }
        assertGone();
        Duration time = Duration.between(begin, Instant.now());
        assertTrue(
                time.toSeconds() < 4, "it took " + time + " to get rid of a half-made container");
    }
}
