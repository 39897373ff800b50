package dev.vsh.driver.lxc.store;

import dev.vsh.helper.protocol.ExitRecord;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The state of what runs or has run: status, live documents, exit records, sockets. */
public final class RunStore {
    private static final String STATUS = ".status";
    private static final String DOCUMENT = ".xml";
    private static final String EXIT = ".exit";

    private final Folders folders;

    public RunStore(Folders folders) {
        this.folders = folders;
    }

    /** Every domain that the run folder knows of. */
    public List<String> names() {
        return StateFile.list(folders.run(), STATUS);
    }

    /** Empty when there is no record, or none that can be read: then nothing of ours runs under that name. */
    public Optional<RunRecord> read(String name) {
        return StateFile.read(status(name)).flatMap(RunRecord::parse);
    }

    public void write(String name, RunRecord record) {
        StateFile.write(status(name), record.format(), false);
    }

    public Optional<String> document(String name) {
        return StateFile.read(file(name, DOCUMENT));
    }

    public Optional<UUID> uuid(String name) {
        return document(name).map(text -> DefinitionStore.uuidOf(name, text));
    }

    public void writeDocument(String name, String document) {
        StateFile.write(file(name, DOCUMENT), document, false);
    }

    public Optional<ExitRecord> exit(String name) {
        return StateFile.read(file(name, EXIT)).flatMap(ExitRecord::parse);
    }

    public String exitName(String name) {
        return name + EXIT;
    }

    public Path folder() {
        return folders.run();
    }

    /** Short, whatever the domain's name: the path of a socket may have 107 bytes. */
    public static String socketName(long helperPid) {
        return helperPid + ".sock";
    }

    /** Removes what belongs to one run of a domain; its status stays. */
    public void clearRun(String name, long helperPid) {
        StateFile.delete(folders.run().resolve(socketName(helperPid)));
        StateFile.delete(file(name, EXIT));
        StateFile.delete(file(name, DOCUMENT));
    }

    public void deleteStatus(String name) {
        StateFile.delete(status(name));
    }

    private Path status(String name) {
        return file(name, STATUS);
    }

    private Path file(String name, String suffix) {
        return folders.run().resolve(name + suffix);
    }
}
