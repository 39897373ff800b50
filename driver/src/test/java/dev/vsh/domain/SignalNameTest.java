package dev.vsh.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.OptionalInt;

final class SignalNameTest {
    @ParameterizedTest
    @CsvSource({
        "nop, 0",
        "0, 0",
        "hup, 1",
        "SIGTERM, 15",
        "sig_kill, 9",
        "Pwr, 30",
        "rt0, 32",
        "rt32, 64",
        "64, 64"
    })
    void signalIsKnownByVirshsWords(String text, int number) {
        assertEquals(OptionalInt.of(number), SignalName.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sig", "terminate", "65", "-1", "rt33", "rt", "9999"})
    void otherWordsAreNoSignal(String text) {
        assertEquals(OptionalInt.empty(), SignalName.parse(text));
    }

    @ParameterizedTest
    @CsvSource({"15, SIGTERM", "37, SIGRTMIN+3", "33, signal 33"})
    void nameIsThatOfPrograms(int number, String name) {
        assertEquals(name, SignalName.of(number));
    }
}
