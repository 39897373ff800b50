package dev.vsh.driver.lxc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

final class RecentTest {
    private static final int MOST = 32;

    private final Recent<Integer, String> recent = new Recent<>();
    private final List<Integer> made = new ArrayList<>();

    private String of(int key) {
        return recent.of(
                key,
                () -> {
                    made.add(key);
                    return "made of " + key;
                });
    }

    @Test
    void theSameIsMadeOnce() {
        assertEquals("made of 1", of(1));
        assertEquals("made of 1", of(1));
        assertEquals("made of 2", of(2));
        assertEquals(List.of(1, 2), made);
    }

    @Test
    void aFailureIsNotRemembered() {
        var failure = new IllegalStateException("no");
        var thrown =
                assertThrows(
                        IllegalStateException.class,
                        () ->
                                recent.of(
                                        1,
                                        () -> {
                                            throw failure;
                                        }));
        assertEquals(failure, thrown);
        assertEquals("made of 1", of(1));
    }

    @Test
    void whatWasWantedLongestAgoIsForgottenFirst() {
        for (int key = 0; key < MOST; key++) {
            of(key);
        }
        of(0);
        of(MOST);
        made.clear();
        of(0);
        of(2);
        assertEquals(List.of(), made);
        of(1);
        assertEquals(List.of(1), made);
    }
}
