package dev.vsh.driver.lxc.store;

import java.nio.file.Path;

/**
 * Where a driver keeps things.
 *
 * @param definitions {@code NAME.xml}, and {@code autostart/} below
 * @param run state that a reboot of the host makes void: status, live documents, sockets, locks
 * @param log {@code NAME.log}
 * @param hooks scripts of the administrator's
 */
public record Folders(Path definitions, Path run, Path log, Path hooks) {
    /** Those of {@code lxc:///system}. */
    public static Folders system() {
        return new Folders(
                Path.of("/etc/vsh/lxc"),
                Path.of("/run/vsh/lxc"),
                Path.of("/var/log/vsh/lxc"),
                Path.of("/etc/vsh/hooks"));
    }

    /** Those of {@code lxc:///embed?root=DIR}: everything below one folder. */
    public static Folders below(Path root) {
        return new Folders(
                root.resolve("etc"),
                root.resolve("run"),
                root.resolve("log"),
                root.resolve("etc/hooks"));
    }

    /** Where the same things are kept of virtual networks. */
    public Folders networks() {
        return new Folders(definitions.resolve("networks"), run.resolve("networks"), log, hooks);
    }

    public Path autostart() {
        return definitions.resolve("autostart");
    }
}
