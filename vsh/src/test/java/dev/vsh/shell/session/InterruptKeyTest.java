package dev.vsh.shell.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsh.shell.command.CommandException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

@Timeout(20)
class InterruptKeyTest {
    private final InterruptKey key = new InterruptKey();
    private final CountDownLatch never = new CountDownLatch(1);

    @Test
    void waitThatNobodyInterruptsGivesItsResult() {
        key.hear();

        assertEquals(Optional.of(42), key.untilPressed(() -> 42));
        assertFalse(key.wasPressed());
    }

    @Test
    void keyEndsAWait() {
        key.hear();

        CommandException e =
                assertThrows(CommandException.class, () -> key.interruptible(this::press));

        assertEquals(130, e.status());
        assertTrue(key.wasPressed());
    }

    @Test
    void whatWasPressedBeforeTheLineMeansNothing() {
        key.hear();
        key.press();
        key.lineBegins();

        assertEquals(Optional.of(42), key.untilPressed(() -> 42));
    }

    @Test
    void whoIsToldOfTheKeyIsNotEndedByIt() {
        key.hear();
        var told = new CountDownLatch(2);

        assertTrue(key.passingOn(() -> pressTwice(told), told::countDown));
        assertThrows(CommandException.class, () -> key.passingOn(this::press, told::countDown));
    }

    private boolean pressTwice(CountDownLatch told) {
        key.press();
        key.press();
        try {
            return told.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    void failureOfAWaitIsTheCallers() {
        key.hear();

        assertThrows(
                CommandException.class,
                () ->
                        key.untilPressed(
                                () -> {
                                    throw new CommandException("no");
                                }));
    }

    @Test
    void whoPressesInVainLeavesTheShell() {
        key.hear();

        assertFalse(key.press());
        assertFalse(key.press());
        assertTrue(key.press());
    }

    /** As somebody does while it waits for what never comes. */
    private boolean press() {
        key.press();
        try {
            never.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return true;
    }
}
