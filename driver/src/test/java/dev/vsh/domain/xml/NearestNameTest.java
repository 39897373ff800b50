package dev.vsh.domain.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

final class NearestNameTest {
    private static final List<String> NAMES =
            List.of("name", "uuid", "memory", "mknod", "currentMemory");

    @ParameterizedTest
    @CsvSource({
        "nmae, name",
        "NAME, name",
        "memmory, memory",
        "curentmemory, currentMemory",
        "cap_mknod, mknod",
        "uid, uuid",
        "colour, ''",
        "x, ''"
    })
    void findsWhatWasMeant(String word, String meant) {
        assertEquals(meant, NearestName.of(word, NAMES).orElse(""));
    }
}
