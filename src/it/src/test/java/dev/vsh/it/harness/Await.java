package dev.vsh.it.harness;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for what nothing tells about; says in the end what the last look saw. */
public final class Await {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final long PAUSE_MILLIS = 10;

    private Await() {}

    public static void until(String what, BooleanSupplier condition) {
        until(what, condition::getAsBoolean, reached -> reached);
    }

    /**
     * Looks again and again until it likes what it sees.
     *
     * @return what it liked
     */
    public static <T> T until(String what, Supplier<T> look, Predicate<T> liked) {
        Instant deadline = Instant.now().plus(TIMEOUT);
        T seen = look.get();
        while (!liked.test(seen)) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError(
                        "waited " + TIMEOUT.toSeconds() + " s for " + what + "; last: " + seen);
            }
            pause();
            seen = look.get();
        }
        return seen;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
