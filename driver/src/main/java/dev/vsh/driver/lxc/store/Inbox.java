package dev.vsh.driver.lxc.store;

import dev.vsh.driver.DomainEvent;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** A listener's folder: each event that is for it is a file, until it has been taken. */
public final class Inbox implements AutoCloseable {
    static final String EVENT = ".event";

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
            Optional<DomainEvent> event = StateFile.read(file).flatMap(Inbox::parse);
            StateFile.delete(file);
            if (event.isPresent()) {
                return event;
            }
        }
        return Optional.empty();
    }

    static String format(DomainEvent event) {
        return event.kind().name() + "\n" + event.at() + "\n" + event.domain();
    }

    private static Optional<DomainEvent> parse(String text) {
        String[] lines = text.split("\n", 3);
        try {
            return Optional.of(
                    new DomainEvent(
                            Instant.parse(lines[1]), lines[2], DomainEvent.Kind.valueOf(lines[0])));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException | DateTimeException _) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        StateFile.list(folder, EVENT)
                .forEach(name -> StateFile.delete(folder.resolve(name + EVENT)));
        StateFile.delete(folder);
    }
}
