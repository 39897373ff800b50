package dev.vsh.driver.lxc.store;

import dev.vsh.helper.protocol.ExitRecord;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The state of what runs or has run: status, live documents, exit records, sockets. */
public final class RunStore {
    private static final String STATUS = ".status";
    private static final String DOCUMENT = ".xml";
    private static final String EXIT = ".exit";
    private static final String SOCKET = ".sock";

    /** Our own normal form. */
    private static final Pattern ID_ATTRIBUTE = Pattern.compile("^<domain [^>]*id='([0-9]{1,18})'");

    private final Folders folders;

    public RunStore(Folders folders) {
        this.folders = folders;
    }

    /** Every domain that the run folder knows of. */
    public List<String> names() {
        return Stream.of(STATUS, DOCUMENT)
                .flatMap(suffix -> StateFile.list(folders.run(), suffix).stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** Empty when there is no record, or none that can be read. */
    public Optional<RunRecord> read(String name) {
        return StateFile.readIfSound(status(name)).flatMap(RunRecord::parse);
    }

    /** Whether there is no record, or none that can be read, where there was one. */
    public boolean isLost(String name) {
        return read(name).isEmpty() && knows(name);
    }

    /** Whether there is a record or a live document, in whatever state. */
    public boolean knows(String name) {
        return Files.exists(status(name)) || Files.exists(file(name, DOCUMENT));
    }

    /** Writes what is true in place of what is damaged. */
    public void replace(String name, RunRecord record) {
        deleteStatus(name);
        write(name, record);
    }

    /** The processes that have, or had, a helper's socket. */
    public List<Long> helpers() {
        return StateFile.list(folders.run(), SOCKET).stream()
                .filter(pid -> pid.matches("[0-9]{1,18}"))
                .map(Long::valueOf)
                .toList();
    }

    /** The helper that a live document was written for. */
    public Optional<Long> documentId(String name) {
        return StateFile.readIfSound(file(name, DOCUMENT))
                .map(ID_ATTRIBUTE::matcher)
                .filter(Matcher::find)
                .map(matcher -> Long.valueOf(matcher.group(1)));
    }

    public void write(String name, RunRecord record) {
        StateFile.write(status(name), record.format(), false);
    }

    public Optional<String> document(String name) {
        return StateFile.readDocument(
                file(name, DOCUMENT),
                "the live document of '" + name + "'",
                "destroy the domain and start it again");
    }

    /** Empty when it is damaged, too: for what must be done whatever it says. */
    public Optional<String> soundDocument(String name) {
        return StateFile.readSoundDocument(file(name, DOCUMENT));
    }

    public Optional<UUID> uuid(String name) {
        return document(name).map(text -> DefinitionStore.uuidOf(name, text));
    }

    public void writeDocument(String name, String document) {
        StateFile.write(file(name, DOCUMENT), document, false);
    }

    public Optional<ExitRecord> exit(String name) {
        return StateFile.readIfSound(file(name, EXIT)).flatMap(ExitRecord::parse);
    }

    public String exitName(String name) {
        return name + EXIT;
    }

    public Path folder() {
        return folders.run();
    }

    /** Short, whatever the domain's name: the path of a socket may have 107 bytes. */
    public static String socketName(long helperPid) {
        return helperPid + SOCKET;
    }

    /** Removes what belongs to one run of a domain; its status stays. */
    public void clearRun(String name) {
        StateFile.delete(file(name, EXIT));
        StateFile.delete(file(name, DOCUMENT));
    }

    public void deleteSocket(long helperPid) {
        StateFile.delete(folders.run().resolve(socketName(helperPid)));
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
