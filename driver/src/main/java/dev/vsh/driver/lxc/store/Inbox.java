package dev.vsh.driver.lxc.store;

import dev.vsh.driver.DomainEvent;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** A listener's folder: each event that is for it is a file, until it has been taken. */
public final class Inbox implements AutoCloseable {
    static final String EVENT = ".event";

    /** Tells a whole event from one that was cut short; a name may have any number of lines. */
    private static final String END = KeyValues.LAST_LINE;

    private final Path folder;

    Inbox(Path folder) {
        this.folder = folder;
    }

    public Path folder() {
        return folder;
    }

    /** The oldest that has not been taken. */
    public Optional<DomainEvent> take() {
        for (String name : StateFile.list(folder, EVENT)) {
            Path file = folder.resolve(name + EVENT);
            Optional<DomainEvent> event = StateFile.readIfSound(file).flatMap(Inbox::parse);
            StateFile.delete(file);
            if (event.isPresent()) {
                return event;
            }
        }
        return Optional.empty();
    }

    static String format(DomainEvent event) {
        String init = event.init().map(InitEndText::of).orElse("");
        return String.join(
                "\n", event.kind().name(), event.at().toString(), init, event.domain(), END);
    }

    private static Optional<DomainEvent> parse(String text) {
        if (!text.endsWith("\n" + END)) {
            return Optional.empty();
        }
        String[] lines = text.substring(0, text.length() - END.length() - 1).split("\n", 4);
        try {
            return Optional.of(
                    new DomainEvent(
                            Instant.parse(lines[1]),
                            lines[3],
                            DomainEvent.Kind.valueOf(lines[0]),
                            InitEndText.parse(lines[2])));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException | DateTimeException _) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        // With what was being put there by somebody who died.
        StateFile.deleteFolder(folder);
    }
}
