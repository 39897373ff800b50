package dev.vsh.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ByteSizeTest {
    @ParameterizedTest
    @CsvSource({
        "1, bytes, 1",
        "1, b, 1",
        "3, KB, 3000",
        "3, KiB, 3072",
        "3, k, 3072",
        "2, MB, 2000000",
        "2, m, 2097152",
        "1, GiB, 1073741824",
        "1, tb, 1000000000000",
        "7, EiB, 8070450532247928832"
    })
    void understandsUnitsOfLibvirt(long number, String unit, long bytes) {
        assertEquals(new ByteSize(bytes), ByteSize.of(number, unit));
    }

    @Test
    void refusesMoreThanALongCanCount() {
        assertThrows(ArithmeticException.class, () -> ByteSize.of(8, "EiB"));
    }

    @Test
    void roundsUpToKibibytes() {
        assertEquals(977, ByteSize.of(1, "MB").toKibibytes());
    }
}
