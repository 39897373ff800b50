package dev.vsh.shell.guests;

import dev.vsh.domain.Autostart;
import dev.vsh.driver.Connection;
import dev.vsh.driver.Domain;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ShutdownRequest;
import dev.vsh.shell.session.Liveliness;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Stops every domain that runs, those first that would be started last. */
public final class GuestStop {
    private final Map<String, Domain> domains = new TreeMap<>();
    private final Map<String, Autostart> autostarts = new TreeMap<>();
    private final Duration patience;
    private final boolean destroys;

    /**
     * @param patience for each domain
     * @param destroys what has not ended by then, or cannot be asked
     */
    public GuestStop(Connection connection, Duration patience, boolean destroys) {
        this.patience = patience;
        this.destroys = destroys;
        for (Domain domain : connection.listAllDomains()) {
            if (Liveliness.isActive(domain)) {
                domains.put(domain.name(), domain);
                autostarts.put(domain.name(), GuestTurn.of(domain));
            }
        }
    }

    /**
     * @return whether all of them have ended
     */
    public boolean run(int parallel, GuestReport report) {
        boolean ended = true;
        try (GuestWork work = new GuestWork(parallel, report)) {
            for (List<String> turn : new GuestOrder(autostarts).turns().reversed()) {
                ended &= work.turn(turn, this::stop).isEmpty();
            }
        }
        return ended;
    }

    private void stop(String name) {
        Domain domain = domains.get(name);
        if (domain == null) {
            return;
        }
        try {
            domain.shutdown(ShutdownRequest.within(patience).asLast());
        } catch (DriverException e) {
            // Who has ended meanwhile by itself could not be asked either.
            if (Liveliness.isActive(domain)) {
                destroy(domain, e);
            }
        }
    }

    private void destroy(Domain domain, DriverException reason) {
        if (!destroys) {
            throw reason;
        }
        try {
            domain.destroy();
        } catch (DriverException e) {
            if (Liveliness.isActive(domain)) {
                throw e;
            }
        }
    }
}
