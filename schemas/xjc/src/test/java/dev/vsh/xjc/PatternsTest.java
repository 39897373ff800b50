package dev.vsh.xjc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A pattern that the two languages read differently may not get into the generated code. */
final class PatternsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/[^\\n\\r]*",
                "[^\\s/]{1,15}",
                "[A-Za-z0-9_\\-]+",
                "\\s*\\^?[0-9]{1,9}(-[0-9]{1,9})?",
                "[^,\"\\n\\r]*",
                "a|b",
            })
    void meansTheSameInJava(String pattern) {
        assertEquals(pattern, Patterns.java(pattern));
    }

    /** In a schema, the first two are ordinary characters; the rest has another syntax in Java, or none. */
    @ParameterizedTest
    @ValueSource(
            strings = {"^a", "a$", "[a-z-[aeiou]]", "[a&&b]", "\\d+", "\\i\\c*", "\\p{L}", "a\\"})
    void isRefused(String pattern) {
        assertThrows(UnsupportedSchemaException.class, () -> Patterns.java(pattern));
    }
}
