package dev.vsh.domain;

import java.time.Duration;
import java.util.List;

/**
 * {@code <vsh:autostart>}: when a domain has its turn among those that begin with the host, and when the next has.
 *
 * @param order lower ones first; those of one order at the same time
 * @param after names of domains that must be ready before
 * @param patience how long it may take to be ready
 */
public record Autostart(int order, List<String> after, Readiness readiness, Duration patience) {
    public static final Duration USUAL_PATIENCE = Duration.ofSeconds(60);

    public static final Autostart DEFAULT =
            new Autostart(0, List.of(), new Readiness.Started(), USUAL_PATIENCE);

    public Autostart {
        after = List.copyOf(after);
    }

    /** What a domain has to show before those that come after it are started. */
    public sealed interface Readiness {
        /** Its init runs. */
        record Started() implements Readiness {}

        /**
         * @param path absolute, inside the container
         */
        record FileExists(String path) implements Readiness {}

        /**
         * @param command for the container's {@code /bin/sh}; 0 means ready
         */
        record CommandSucceeds(String command) implements Readiness {}
    }
}
