package dev.vsh.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The product as unpacked somewhere, away from the checkout: for users who cannot look into that. */
public record Installation(Path folder) {
    public static Installation in(Path parent) {
        Path folder = parent.resolve("vsh");
        Path built = Checkout.folder().resolve("vsh");
        try {
            Files.createDirectories(folder.resolve("bin"));
            Files.copy(built.resolve("bin/vsh"), folder.resolve("bin/vsh"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (String part : new String[] {"lib", "native"}) {
            HostCommand.run(
                    "cp",
                    "-r",
                    built.resolve("target/dist").resolve(part).toString(),
                    folder.toString());
        }
        HostCommand.run("chmod", "-R", "a+rX", folder.toString());
        return new Installation(folder);
    }

    public Path launcher() {
        return folder.resolve("bin/vsh");
    }
}
