package dev.vsh.driver.lxc;

import dev.vsh.driver.DomainEvent;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.driver.EventStream;
import dev.vsh.driver.lxc.store.Inbox;

import java.io.IOException;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Events from an inbox. */
final class LxcEventStream implements EventStream {
    /** A container that ends by itself tells nobody: somebody has to look. */
    private static final Duration LOOK = Duration.ofMillis(250);

    private final Inbox inbox;
    private final WatchService watch;
    private final Runnable look;

    /**
     * @param look settles what has ended, and puts it into all inboxes
     */
    LxcEventStream(Inbox inbox, Runnable look) {
        this.inbox = inbox;
        this.look = look;
        try {
            this.watch = inbox.folder().getFileSystem().newWatchService();
            inbox.folder().register(watch, StandardWatchEventKinds.ENTRY_CREATE);
        } catch (IOException e) {
            inbox.close();
            throw new DriverException(
                    ErrorCode.SYSTEM_ERROR, "cannot watch for events: " + e.getMessage(), e);
        }
    }

    @Override
    public Optional<DomainEvent> next(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            Optional<DomainEvent> event = inbox.take();
            long left = deadline - System.nanoTime();
            if (event.isPresent() || left <= 0) {
                return event;
            }
            look.run();
            await(Math.min(left, LOOK.toNanos()));
        }
    }

    private void await(long nanos) {
        try {
            WatchKey key = watch.poll(nanos, TimeUnit.NANOSECONDS);
            if (key != null) {
                key.pollEvents();
                key.reset();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DriverException(
                    ErrorCode.OPERATION_FAILED, "interrupted while waiting for events", e);
        }
    }

    @Override
    public void close() {
        try {
            watch.close();
        } catch (IOException _) {
            // It is closed all the same.
        }
        inbox.close();
    }
}
