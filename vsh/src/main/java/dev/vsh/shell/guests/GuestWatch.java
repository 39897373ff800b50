package dev.vsh.shell.guests;

import dev.vsh.driver.Connection;
import dev.vsh.driver.Domain;
import dev.vsh.driver.DomainEvent;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.driver.EventStream;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Knows the states of some domains, from a first look and from every event since: none is missed, however short. */
public final class GuestWatch implements AutoCloseable {
    private final EventStream events;
    private final Predicate<String> isWatched;
    private final Map<String, GuestState> states = new TreeMap<>();

    /**
     * @param isWatched by name
     */
    public GuestWatch(Connection connection, Predicate<String> isWatched) {
        this.isWatched = isWatched;
        // Listen first, look then: what happens in between is seen twice rather than never.
        this.events = connection.events();
        connection.listAllDomains().stream()
                .filter(domain -> isWatched.test(domain.name()))
                .forEach(this::look);
    }

    private void look(Domain domain) {
        try {
            states.put(domain.name(), GuestState.of(domain.status()));
        } catch (DriverException e) {
            if (e.code() != ErrorCode.NO_DOMAIN) {
                throw e;
            }
        }
    }

    /**
     * Waits until one of the domains is in one of the states.
     *
     * @return its name and state; empty when none was in that time
     */
    public Optional<Map.Entry<String, GuestState>> awaitOne(
            Set<GuestState> wanted, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            Optional<Map.Entry<String, GuestState>> found = one(wanted);
            if (found.isPresent() || !hears(deadline)) {
                return found;
            }
        }
    }

    private Optional<Map.Entry<String, GuestState>> one(Set<GuestState> wanted) {
        return states.entrySet().stream()
                .filter(entry -> wanted.contains(entry.getValue()))
                .findFirst();
    }

    /**
     * Waits until there are such domains, and each is in one of the states.
     *
     * @return whether they were in that time
     */
    public boolean awaitAll(Set<GuestState> wanted, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (states.isEmpty() || !wanted.containsAll(states.values())) {
            if (!hears(deadline)) {
                return false;
            }
        }
        return true;
    }

    /** The states as far as they are known. */
    public Map<String, GuestState> states() {
        return Map.copyOf(states);
    }

    private boolean hears(long deadline) {
        long left = Math.max(0, deadline - System.nanoTime());
        Optional<DomainEvent> event = events.next(Duration.ofNanos(left));
        event.filter(each -> isWatched.test(each.domain())).ifPresent(this::note);
        return event.isPresent();
    }

    private void note(DomainEvent event) {
        String name = event.domain();
        switch (event.kind()) {
            case UNDEFINED -> states.remove(name, GuestState.SHUT_OFF);
            case DEFINED, UPDATED -> states.putIfAbsent(name, GuestState.SHUT_OFF);
            // A paused one runs when it has been reset.
            case STARTED, RESUMED, REBOOTED -> states.put(name, GuestState.RUNNING);
            case SUSPENDED -> states.put(name, GuestState.PAUSED);
            case SHUT_DOWN, DESTROYED, CRASHED, FAILED -> states.put(name, GuestState.SHUT_OFF);
            case DESCRIPTION_CHANGED, TITLE_CHANGED, ELEMENT_CHANGED -> {
                // Its state is what it was.
            }
        }
    }

    @Override
    public void close() {
        events.close();
    }
}
