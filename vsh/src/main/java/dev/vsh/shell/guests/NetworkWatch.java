package dev.vsh.shell.guests;

import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.driver.Network;
import dev.vsh.driver.NetworkChanges;
import dev.vsh.driver.Networks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Sees what becomes of networks, whatever process does it, by looking at them after each change: one that starts and is
 * destroyed before the look is not seen.
 */
public final class NetworkWatch implements AutoCloseable {
    /** What happened, in virsh's word. */
    public record Event(Instant at, String network, String kind) {}

    private record State(boolean persistent, boolean active) {
        private static final State GONE = new State(false, false);
    }

    private final Networks networks;
    private final NetworkChanges changes;
    private final Deque<Event> events = new ArrayDeque<>();
    private Map<String, State> states;

    public NetworkWatch(Networks networks) {
        this.networks = networks;
        this.changes = networks.changes();
        this.states = look();
    }

    /**
     * Waits for the next event.
     *
     * @return empty when there was none in that time
     */
    public Optional<Event> next(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (events.isEmpty()) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return Optional.empty();
            }
            if (changes.await(Duration.ofNanos(left))) {
                compare(look());
            }
        }
        return Optional.of(events.remove());
    }

    private void compare(Map<String, State> now) {
        SortedSet<String> names = new TreeSet<>(states.keySet());
        names.addAll(now.keySet());
        for (String name : names) {
            State before = states.getOrDefault(name, State.GONE);
            State after = now.getOrDefault(name, State.GONE);
            note(name, !before.persistent() && after.persistent(), "Defined");
            note(name, !before.active() && after.active(), "Started");
            note(name, before.active() && !after.active(), "Stopped");
            note(name, before.persistent() && !after.persistent(), "Undefined");
        }
        states = now;
    }

    private void note(String network, boolean happened, String kind) {
        if (happened) {
            events.add(new Event(Instant.now(), network, kind));
        }
    }

    private Map<String, State> look() {
        Map<String, State> seen = new TreeMap<>();
        for (Network network : networks.all()) {
            try {
                seen.put(network.name(), new State(network.isPersistent(), network.isActive()));
            } catch (DriverException e) {
                // A transient network can end between the listing and the look at it.
                if (e.code() != ErrorCode.NO_NETWORK) {
                    throw e;
                }
            }
        }
        return seen;
    }

    @Override
    public void close() {
        changes.close();
    }
}
