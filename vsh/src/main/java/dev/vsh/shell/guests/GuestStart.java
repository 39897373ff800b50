package dev.vsh.shell.guests;

import dev.vsh.domain.Autostart;
import dev.vsh.driver.Connection;
import dev.vsh.driver.Domain;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.shell.session.Liveliness;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Starts the domains that begin with the host, each when those before it are ready. */
public final class GuestStart {
    private static final Duration LOOK = Duration.ofMillis(100);

    private final Connection connection;
    private final Map<String, Autostart> autostarts = new TreeMap<>();
    private final Set<String> failed = new HashSet<>();

    public GuestStart(Connection connection) {
        this.connection = connection;
        for (Domain domain : connection.listAllDomains()) {
            if (domain.isAutostart()) {
                autostarts.put(domain.name(), GuestTurn.of(domain));
            }
        }
    }

    /**
     * @return whether all of them are ready
     */
    public boolean run(int parallel, GuestReport report) {
        GuestOrder order = new GuestOrder(autostarts);
        try (GuestWork work = new GuestWork(parallel, report)) {
            for (List<String> turn : order.turns()) {
                failed.addAll(work.turn(turn, name -> start(name, order.circular())));
            }
        }
        return failed.isEmpty();
    }

    private void start(String name, Set<String> circular) {
        if (circular.contains(name)) {
            throw failure("it waits for a domain that waits for it");
        }
        Autostart autostart = autostarts.getOrDefault(name, Autostart.DEFAULT);
        autostart.after().forEach(this::requireReady);
        Domain domain = connection.lookupDomainByName(name);
        if (!domain.isActive()) {
            domain.start();
        }
        awaitReady(domain, autostart.patience());
    }

    /** Those that begin with the host have had their turn; others have to run already. */
    private void requireReady(String earlier) {
        if (failed.contains(earlier)) {
            throw failure("it comes after '" + earlier + "', which is not ready");
        }
        if (!autostarts.containsKey(earlier)) {
            Domain other = lookup(earlier);
            if (!Liveliness.isActive(other)) {
                throw failure(
                        "it comes after '" + earlier + "', which neither runs nor is autostarted");
            }
            awaitReady(other, GuestTurn.of(other).patience());
        }
    }

    private Domain lookup(String earlier) {
        try {
            return connection.lookupDomainByName(earlier);
        } catch (DriverException e) {
            throw new DriverException(
                    ErrorCode.OPERATION_FAILED,
                    "it comes after '" + earlier + "', which does not exist",
                    e);
        }
    }

    private static void awaitReady(Domain domain, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!isReady(domain)) {
            if (System.nanoTime() >= deadline) {
                throw new DriverException(
                        ErrorCode.OPERATION_TIMEOUT,
                        "it runs, but was not ready within " + patience.toSeconds() + " s");
            }
            pause();
        }
    }

    private static boolean isReady(Domain domain) {
        if (!Liveliness.isActive(domain)) {
            throw failure("it ended before it was ready");
        }
        return domain.isReady();
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DriverException(ErrorCode.OPERATION_FAILED, "interrupted", e);
        }
    }

    private static DriverException failure(String reason) {
        return new DriverException(ErrorCode.OPERATION_FAILED, reason);
    }
}
