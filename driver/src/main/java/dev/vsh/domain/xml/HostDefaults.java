package dev.vsh.domain.xml;

import java.security.SecureRandom;
import java.util.UUID;

/** The defaults of this host: random uuids and addresses, the architecture that the JVM runs on. */
final class HostDefaults {
    private HostDefaults() {}

    static Defaults create() {
        var random = new SecureRandom();
        return new Defaults(UUID::randomUUID, () -> mac(random), architecture());
    }

    /** libvirt's prefix for containers, and three random bytes. */
    private static String mac(SecureRandom random) {
        byte[] tail = new byte[3];
        random.nextBytes(tail);
        return "00:16:3e:%02x:%02x:%02x".formatted(tail[0], tail[1], tail[2]);
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
