package dev.vsh.driver.lxc.store;

import dev.vsh.driver.DomainEvent;
import dev.vsh.driver.DriverException;
import dev.vsh.linux.ProcessId;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/**
 * Where listeners have their inboxes. Whoever changes a domain puts the event into each of them, with the domain's lock
 * held, so that a domain's events come in their order. An inbox is called by its listener's process: those of the dead
 * are removed by whoever finds them.
 */
public final class Inboxes {
    private static final String LISTENER = ".listener";

    private final Path folder;

    public Inboxes(Folders folders) {
        this.folder = folders.run().resolve("listeners");
    }

    public Inbox open() {
        String owner = ProcessId.of(ProcessHandle.current().pid()).orElseThrow().format();
        Path inbox = folder.resolve(owner + "." + UUID.randomUUID() + LISTENER);
        StateFile.createFolder(inbox);
        return new Inbox(inbox);
    }

    /** What cannot be told keeps nothing from being done. */
    public void put(DomainEvent event) {
        for (String each : listeners()) {
            Path inbox = folder.resolve(each + LISTENER);
            try {
                if (isAlive(each)) {
                    StateFile.write(inbox.resolve(name(event)), Inbox.format(event), false);
                } else {
                    new Inbox(inbox).close();
                }
            } catch (DriverException _) {
                // Its listener has just gone, or the disk is full.
            }
        }
    }

    /** Names sort as the events came; two in one instant are told apart. */
    private static String name(DomainEvent event) {
        long nanos = ChronoUnit.NANOS.between(Instant.EPOCH, event.at());
        return "%020d-%s%s".formatted(nanos, UUID.randomUUID(), Inbox.EVENT);
    }

    private List<String> listeners() {
        try {
            return StateFile.list(folder, LISTENER);
        } catch (DriverException _) {
            return List.of();
        }
    }

    private static boolean isAlive(String listener) {
        int dot = listener.indexOf('.');
        return dot > 0 && ProcessId.parse(listener.substring(0, dot)).isAlive();
    }
}
