package dev.vsh.helper.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;
import java.util.stream.IntStream;

final class ExitRecordTest {
    private static final ExitRecord RECORD = new ExitRecord(4711, 0x0f00);

    @Test
    void recordComesBackAsItWasWritten() {
        assertEquals(Optional.of(RECORD), ExitRecord.parse(RECORD.format()));
    }

    @Test
    void recordThatIsCutShortIsNone() {
        String text = RECORD.format();
        IntStream.range(0, text.length())
                .forEach(
                        length ->
                                assertEquals(
                                        Optional.empty(),
                                        ExitRecord.parse(text.substring(0, length))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "1\n", "one 2\n", "1 two\n", "1 2 3\n", "1 99999999999\n"})
    void otherTextIsNone(String text) {
        assertEquals(Optional.empty(), ExitRecord.parse(text));
    }
}
