package dev.vsh.driver.lxc.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The state of active networks: status, live document, and the files of the server of each. */
public final class NetworkRunStore {
    /** How the name of the file ends that an active network has. */
    public static final String STATUS = ".status";

    private static final String DOCUMENT = ".xml";
    private static final String SETTINGS = ".conf";
    private static final String PID = ".pid";
    private static final String LEASES = ".leases";

    private final Folders folders;

    public NetworkRunStore(Folders folders) {
        this.folders = folders;
    }

    public List<String> names() {
        return StateFile.list(folders.run(), STATUS);
    }

    /** Empty when there is no record, or none that can be read. */
    public Optional<NetworkRun> read(String name) {
        return StateFile.readIfSound(file(name, STATUS)).flatMap(NetworkRun::parse);
    }

    /** Whether there is a record that cannot be read. */
    public boolean isDamaged(String name) {
        return read(name).isEmpty() && Files.exists(file(name, STATUS));
    }

    public void write(String name, NetworkRun run) {
        if (isDamaged(name)) {
            // It may be no file any more.
            StateFile.delete(file(name, STATUS));
        }
        StateFile.write(file(name, STATUS), run.format(), false);
    }

    public Optional<String> document(String name) {
        return StateFile.readDocument(
                file(name, DOCUMENT),
                "the live document of network '" + name + "'",
                "destroy the network and start it again");
    }

    /** For messages: where the live document is. */
    public Path documentFile(String name) {
        return file(name, DOCUMENT);
    }

    public void writeDocument(String name, String document) {
        StateFile.write(file(name, DOCUMENT), document, false);
    }

    public void writeSettings(String name, String settings) {
        StateFile.write(settings(name), settings, false);
    }

    /** Where the server reads what it is to do. */
    public Path settings(String name) {
        return file(name, SETTINGS);
    }

    /** What the server has been told to do. */
    public Optional<String> settingsText(String name) {
        return StateFile.readIfSound(settings(name));
    }

    /** Where the server writes its process id. */
    public Path pidFile(String name) {
        return file(name, PID);
    }

    public Optional<String> pid(String name) {
        return StateFile.readIfSound(pidFile(name));
    }

    /** Where the server writes what it has given away. */
    public Path leaseFile(String name) {
        return file(name, LEASES);
    }

    public Optional<String> leases(String name) {
        return StateFile.readIfSound(leaseFile(name));
    }

    /** Forgets that the network was active; the status goes last. */
    public void clear(String name) {
        Stream.of(SETTINGS, PID, LEASES, DOCUMENT, STATUS)
                .forEach(suffix -> StateFile.delete(file(name, suffix)));
    }

    private Path file(String name, String suffix) {
        return folders.run().resolve(name + suffix);
    }
}
