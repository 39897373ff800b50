package dev.vsh.driver.lxc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vsh.driver.InterfaceStatistics;
import dev.vsh.driver.InterfaceStatistics.Counters;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

final class InterfaceCountersTest {
    private static final List<String> LINES =
            """
            Inter-|   Receive                                                |  Transmit
             face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo colls carrier compressed
                lo:     168       2    0    0    0     0          0         0      168       2    0    0    0     0       0          0
            vsh7-0:123456789    42    1    2    0     0          0         0      866      11    3    4    0     0       0          0
            """
                    .lines()
                    .toList();

    @Test
    void numbersMayFollowTheNameAtOnce() {
        assertEquals(
                Optional.of(
                        new InterfaceStatistics(
                                new Counters(123_456_789, 42, 1, 2), new Counters(866, 11, 3, 4))),
                InterfaceCounters.of("vsh7-0", LINES));
    }

    @Test
    void whatOneEndReceivesTheOtherSent() {
        InterfaceStatistics hostEnd = InterfaceCounters.of("vsh7-0", LINES).orElseThrow();
        assertEquals(hostEnd.received(), hostEnd.fromOtherEnd().sent());
        assertEquals(hostEnd.sent(), hostEnd.fromOtherEnd().received());
    }

    @Test
    void beginningOfANameIsNoName() {
        assertEquals(Optional.empty(), InterfaceCounters.of("vsh7", LINES));
    }
}
