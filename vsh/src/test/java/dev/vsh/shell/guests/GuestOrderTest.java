package dev.vsh.shell.guests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vsh.domain.Autostart;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Set;

final class GuestOrderTest {
    private static Autostart turn(int order, String... after) {
        return new Autostart(
                order, List.of(after), new Autostart.Readiness.Started(), Autostart.USUAL_PATIENCE);
    }

    @Test
    void lowerOrdersComeFirstAndEqualOnesTogether() {
        GuestOrder order = new GuestOrder(Map.of("b", turn(1), "c", turn(0), "a", turn(1)));
        assertEquals(List.of(List.of("c"), List.of("a", "b")), order.turns());
    }

    @Test
    void domainWaitsForThoseThatItNamesWhateverTheirOrder() {
        GuestOrder order =
                new GuestOrder(
                        Map.of(
                                "web", turn(0, "db", "unknown"),
                                "db", turn(5, "disk"),
                                "disk", turn(5),
                                "last", turn(6)));
        assertEquals(
                List.of(List.of("disk"), List.of("db"), List.of("web"), List.of("last")),
                order.turns());
    }

    @Test
    void circleIsClosedByOneThatIsNamed() {
        GuestOrder order =
                new GuestOrder(Map.of("a", turn(0, "b"), "b", turn(0, "a"), "c", turn(0, "b")));
        assertEquals(Set.of("b"), order.circular());
        assertEquals(List.of(List.of("b"), List.of("a", "c")), order.turns());
    }
}
