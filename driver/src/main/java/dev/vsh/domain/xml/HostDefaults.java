package dev.vsh.domain.xml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** The defaults of this host: random uuids and addresses, the architecture that the JVM runs on. */
final class HostDefaults {
    /** See random(4). Java's own generator takes 15 ms to get ready, in each process that needs one number. */
    private static final Path RANDOM = Path.of("/proc/sys/kernel/random/uuid");

    private HostDefaults() {}

    static Defaults create() {
        return new Defaults(HostDefaults::uuid, HostDefaults::mac, architecture());
    }

    static UUID uuid() {
        try {
            return UUID.fromString(Files.readString(RANDOM).strip());
        } catch (IOException _) {
            return UUID.randomUUID();
        }
    }

    /** libvirt's prefix for containers, and three random bytes. */
    private static String mac() {
        long random = uuid().getLeastSignificantBits();
        return "00:16:3e:%02x:%02x:%02x"
                .formatted(random & 0xff, random >> 8 & 0xff, random >> 16 & 0xff);
    }

    /** The JVM has names of its own for what {@code uname -m} calls otherwise. */
    private static String architecture() {
        String name = System.getProperty("os.arch", "");
        return switch (name) {
            case "amd64" -> "x86_64";
            case "x86", "i386" -> "i686";
            case "arm" -> "armv7l";
            default -> name;
        };
    }
}
