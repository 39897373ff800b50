package dev.vsh.driver.lxc.store;

import java.nio.file.Path;

/**
 * Where a driver keeps things.
 *
 * @param definitions {@code NAME.xml}, and {@code autostart/} below
 * @param run state that a reboot of the host makes void: status, live documents, sockets, locks
 * @param log {@code NAME.log}
 */
public record Folders(Path definitions, Path run, Path log) {
    /** Those of {@code lxc:///system}. */
    public static Folders system() {
        return new Folders(
                Path.of("/etc/vsh/lxc"), Path.of("/run/vsh/lxc"), Path.of("/var/log/vsh/lxc"));
    }

    /** Those of {@code lxc:///embed?root=DIR}: everything below one folder. */
    public static Folders below(Path root) {
        return new Folders(root.resolve("etc"), root.resolve("run"), root.resolve("log"));
    }

    /** Where the same things are kept of virtual networks. */
    public Folders networks() {
        return new Folders(definitions.resolve("networks"), run.resolve("networks"), log);
    }

    public Path autostart() {
        return definitions.resolve("autostart");
    }
}
