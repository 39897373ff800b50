package dev.vsh.linux;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;

/** Where a class was loaded from. */
public final class CodeLocation {
    private CodeLocation() {}

    /** The jar or folder that holds {@code type}. */
    public static Path of(Class<?> type) {
        try {
            URI location = type.getProtectionDomain().getCodeSource().getLocation().toURI();
            return Path.of(location);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(
                    "class " + type.getName() + " has an unreadable location", e);
        }
    }
}
