package dev.vsh.driver;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The version of this product, as the build knows it. */
public final class ProductVersion {
    private static final String RESOURCE = "version.txt";

    private ProductVersion() {}

    /** As in {@code 0.1.0}. */
    public static String text() {
        try (InputStream resource =
                Objects.requireNonNull(
                        ProductVersion.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8)
                    .strip()
                    .replace("-SNAPSHOT", "");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE, e);
        }
    }
}
