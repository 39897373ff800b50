package dev.vsh.helper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.helper.protocol.EndActions;
import dev.vsh.helper.protocol.Expectation;
import dev.vsh.helper.protocol.InitEnding;
import dev.vsh.linux.WaitStatus;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.EnumSet;
import java.util.Set;

final class OrdersTest {
    private static final WaitStatus EXITED = new WaitStatus(3 << 8);
    private static final WaitStatus REBOOTED = new WaitStatus(1);
    private static final WaitStatus POWERED_OFF = new WaitStatus(2);
    private static final WaitStatus KILLED = new WaitStatus(9);

    @Test
    void endIsOverWithoutActions() {
        Orders orders = new Orders(EndActions.NONE);
        for (WaitStatus status : Set.of(EXITED, REBOOTED, POWERED_OFF, KILLED)) {
            assertFalse(orders.restartAfter(status));
        }
    }

    @ParameterizedTest
    @CsvSource({"POWER_OFF, 768", "POWER_OFF, 2", "REBOOT, 1", "CRASH, 9", "CRASH, 139"})
    void eachEndHasItsOwnAction(InitEnding ending, int raw) {
        WaitStatus status = new WaitStatus(raw);
        assertTrue(new Orders(new EndActions(Set.of(ending))).restartAfter(status));
        EnumSet<InitEnding> others = EnumSet.complementOf(EnumSet.of(ending));
        assertFalse(new Orders(new EndActions(others)).restartAfter(status));
    }

    @Test
    void expectedRebootIsOneHoweverTheInitEnds() {
        Orders orders = new Orders(new EndActions(Set.of(InitEnding.REBOOT)));
        orders.expect(Expectation.REBOOT);
        assertTrue(orders.restartAfter(EXITED));
        orders.follow(EndActions.NONE);
        assertFalse(orders.restartAfter(EXITED));
    }

    @Test
    void resetAndEndDoNotAskTheDocument() {
        Orders orders = new Orders(EndActions.NONE);
        orders.expect(Expectation.RESET);
        assertTrue(orders.restartAfter(KILLED));
        orders.follow(new EndActions(EnumSet.allOf(InitEnding.class)));
        orders.expect(Expectation.END);
        assertFalse(orders.restartAfter(KILLED));
    }

    @Test
    void expectationIsAboutOneEnd() {
        Orders orders = new Orders(EndActions.NONE);
        orders.expect(Expectation.RESET);
        orders.forgetExpectation();
        assertFalse(orders.restartAfter(KILLED));
    }

    @Test
    void brakeGivesUpAfterShortRunsInARow() {
        RestartBrake brake = new RestartBrake();
        for (int run = 1; run < RestartBrake.PATIENCE; run++) {
            assertTrue(brake.allows(KILLED, 1, false));
        }
        assertFalse(brake.allows(KILLED, 1, false));
    }

    @Test
    void brakeForgivesWhatLastedOrWasWanted() {
        RestartBrake brake = new RestartBrake();
        for (int run = 0; run < 100; run++) {
            assertTrue(brake.allows(KILLED, 1, run % 2 == 0));
            assertTrue(brake.allows(KILLED, run % 4 == 0 ? 60_000_000_000L : 1, run % 4 != 0));
            assertTrue(brake.allows(REBOOTED, 1, false));
        }
    }

    @Test
    void quickEndIsFollowedByAPause() {
        assertEquals(0, new RestartBrake().pauseMillis(2_000_000_000L));
        assertEquals(1000, new RestartBrake().pauseMillis(1));
    }
}
