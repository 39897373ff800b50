package dev.vsh.driver.lxc.store;

import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The definitions of persistent domains or networks, one file each, as text. */
public final class DefinitionStore {
    /** How the names of the files end. */
    public static final String SUFFIX = ".xml";

    /** Our own normal form: the uuid comes before anything that could hold another. */
    private static final Pattern UUID_ELEMENT = Pattern.compile("<uuid>([0-9a-f-]{36})</uuid>");

    private final Folders folders;

    public DefinitionStore(Folders folders) {
        this.folders = folders;
    }

    public List<String> names() {
        return StateFile.list(folders.definitions(), SUFFIX);
    }

    public boolean exists(String name) {
        return Files.exists(file(name));
    }

    /**
     * The document, empty when there is no such domain.
     *
     * @throws DriverException SYSTEM_ERROR when it is damaged
     */
    public Optional<String> read(String name) {
        return StateFile.readDocument(
                file(name),
                "the definition of '" + name + "'",
                "define '" + name + "' again, or undefine it");
    }

    /** Empty when it is damaged, too. */
    public Optional<String> soundDocument(String name) {
        return StateFile.readSoundDocument(file(name));
    }

    /** The uuid without a look at the rest of the document. */
    public Optional<UUID> uuid(String name) {
        return read(name).map(text -> uuidOf(name, text));
    }

    static UUID uuidOf(String name, String text) {
        Matcher matcher = UUID_ELEMENT.matcher(text);
        if (!matcher.find()) {
            throw new DriverException(
                    ErrorCode.INTERNAL_ERROR, "the stored document of '" + name + "' has no uuid");
        }
        return UUID.fromString(matcher.group(1));
    }

    public void write(String name, String document) {
        StateFile.write(file(name), document, true);
    }

    /** The definition first: what is left by a crash is a mark of nobody's, and not a domain that has lost its own. */
    public void delete(String name) {
        StateFile.deleteForGood(file(name));
        StateFile.deleteForGood(folders.autostart().resolve(name + SUFFIX));
    }

    /** Gives a document another name, in one step; what it says itself is for the caller to change. */
    public void rename(String from, String to) {
        StateFile.move(file(from), file(to));
    }

    /** As a link, so that whoever looks at the folder sees what begins with the host. */
    public void setAutostart(String name, boolean autostart) {
        Path link = folders.autostart().resolve(name + SUFFIX);
        if (!autostart) {
            StateFile.deleteForGood(link);
        } else if (!isAutostart(name)) {
            StateFile.link(link, file(name));
        }
    }

    public boolean isAutostart(String name) {
        return Files.isSymbolicLink(folders.autostart().resolve(name + SUFFIX));
    }

    /** For messages: where the document is. */
    public Path file(String name) {
        return folders.definitions().resolve(name + SUFFIX);
    }
}
