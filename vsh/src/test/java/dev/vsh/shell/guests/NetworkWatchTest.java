package dev.vsh.shell.guests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vsh.driver.Connection;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Optional;

class NetworkWatchTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void everythingThatBecomesOfANetworkIsSeenInItsOrder() {
        try (Connection connection = Connection.open("test:///default");
                var watch = new NetworkWatch(connection.networks())) {
            var network = connection.networks().byName("default");
            network.destroy();
            assertEquals(Optional.of("Stopped"), next(watch));
            network.start();
            assertEquals(Optional.of("Started"), next(watch));
            network.undefine();
            assertEquals(Optional.of("Undefined"), next(watch));
            network.destroy();
            assertEquals(Optional.of("Stopped"), next(watch));
            assertEquals(Optional.empty(), watch.next(Duration.ZERO));
        }
    }

    private static Optional<String> next(NetworkWatch watch) {
        return watch.next(LONG).map(NetworkWatch.Event::kind);
    }
}
