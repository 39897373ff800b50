package dev.vsh.it.harness;

import java.nio.file.Path;

/** The product as unpacked somewhere, away from the checkout: for users who cannot look into that. */
public record Installation(Path folder) {
    public static Installation in(Path parent) {
        Path folder = parent.resolve("vsh");
        // With their times: an AOT cache must be newer than the jars.
        HostCommand.run("cp", "-a", Checkout.folder() + "/vsh/target/dist", folder.toString());
        HostCommand.run("chmod", "-R", "a+rX", folder.toString());
        return new Installation(folder);
    }

    public Path launcher() {
        return folder.resolve("bin/vsh");
    }
}
