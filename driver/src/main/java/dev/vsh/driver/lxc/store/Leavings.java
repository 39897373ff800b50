package dev.vsh.driver.lxc.store;

import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;

/**
 * What verbs leave that were cut off, of domains or networks that are not defined. A verb takes the name's lock before it
 * makes anything, and removes the lock's file after everything else: whose lock has no file has left nothing.
 */
public final class Leavings {
    private final Folders folders;

    public Leavings(Folders folders) {
        this.folders = folders;
    }

    /** Names without a definition; one of them may run, or somebody may be at work on it. */
    public List<String> names() {
        return StateFile.list(folders.run(), ".lock").stream()
                .filter(name -> !Files.exists(folders.definitions().resolve(name + ".xml")))
                .toList();
    }

    /** Removes everything but the lock and the log. Call with the lock held. */
    public void remove(String name) {
        StateFile.delete(folders.definitions().resolve(name + ".xml"));
        StateFile.delete(folders.autostart().resolve(name + ".xml"));
        Stream.of(".exit", ".conf", ".pid", ".leases", ".xml", ".status")
                .forEach(suffix -> StateFile.delete(folders.run().resolve(name + suffix)));
    }
}
