package dev.vsh.it.harness;

import java.nio.file.Path;

/** This project's folder. */
public final class Checkout {
    private Checkout() {}

    /** Maven runs the tests of a module in the module's folder, here {@code src/it}. */
    public static Path folder() {
        return Path.of("../..").toAbsolutePath().normalize();
    }

    /** A file of {@code xml-samples}. */
    public static Path sample(String name) {
        return folder().resolve("xml-samples").resolve(name);
    }
}
