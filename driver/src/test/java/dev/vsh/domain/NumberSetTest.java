package dev.vsh.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NumberSetTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0",
                "0-3 | 0-3",
                "3,1,2 | 1-3",
                "0-7,^3 | 0-2,4-7",
                "0-7,^2-5,3 | 0-1,3,6-7",
                " 1 , 5-6 | 1,5-6",
                "65535 | 65535"
            })
    void textOfLibvirtBecomesTextOfTheKernel(String libvirt, String kernel) {
        assertEquals(kernel, NumberSet.parse(libvirt).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"3-1", "65536", "999999999-999999999", "", "a", "1,,2"})
    void anythingElseIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> NumberSet.parse(text));
    }

    @Test
    void differenceIsWhatTheOtherDoesNotHave() {
        NumberSet wanted = NumberSet.parse("0-3");
        assertEquals(NumberSet.parse("2-3"), wanted.without(NumberSet.parse("0-1,9")));
        assertEquals("", wanted.without(wanted).toString());
    }
}
