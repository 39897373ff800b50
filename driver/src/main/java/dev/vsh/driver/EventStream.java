package dev.vsh.driver;

import java.time.Duration;
import java.util.Optional;

/**
 * What happens to the domains of a connection's folders from the moment that this was opened, whatever process does it:
 * everything, once, and each domain's in order. For one thread.
 */
public interface EventStream extends AutoCloseable {
    /**
     * Waits for the next event.
     *
     * @return empty when there was none in that time
     */
    Optional<DomainEvent> next(Duration patience);

    @Override
    void close();
}
