package dev.vsh.shell.manual;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * A file of this package with places to be filled.
 *
 * @param text in which {@code @name@} is the place of that name
 */
record Template(String file, String text) {
    Template(String file) {
        this(file, read(file));
    }

    /**
     * @throws IllegalArgumentException when it has no such place
     */
    Template with(String name, String words) {
        String place = "@" + name + "@";
        if (!text.contains(place)) {
            throw new IllegalArgumentException(file + " has no " + place);
        }
        return new Template(file, text.replace(place, words));
    }

    static String read(String file) {
        try (InputStream stream = Template.class.getResourceAsStream(file)) {
            return new String(
                    Objects.requireNonNull(stream, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }
}
