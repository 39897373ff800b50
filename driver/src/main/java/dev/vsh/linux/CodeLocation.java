package dev.vsh.linux;

import java.net.URI;
import java.net.URL;
import java.nio.file.Path;

/** Where a class was loaded from. */
public final class CodeLocation {
    private static final String JAR = "jar:";

    private CodeLocation() {}

    /**
     * The jar or folder that holds {@code type}, a class of a package. Asks the class loader: the protection domain of a
     * class from an AOT cache names the place that the jar had when the cache was made.
     */
    public static Path of(Class<?> type) {
        String file = type.getName().replace('.', '/') + ".class";
        URL url = type.getResource("/" + file);
        if (url == null) {
            throw new IllegalStateException("class " + type.getName() + " is from no file");
        }
        String place = url.toString();
        return place.startsWith(JAR)
                ? Path.of(URI.create(place.substring(JAR.length(), place.indexOf("!/"))))
                : Path.of(URI.create(place.substring(0, place.length() - file.length())));
    }
}
