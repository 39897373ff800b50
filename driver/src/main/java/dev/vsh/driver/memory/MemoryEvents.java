package dev.vsh.driver.memory;

import dev.vsh.driver.DomainEvent;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.driver.EventStream;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Who listens to a {@link MemoryHost}. Safe for use by several threads. */
final class MemoryEvents {
    private final List<Stream> streams = new CopyOnWriteArrayList<>();

    EventStream open() {
        Stream stream = new Stream(this);
        streams.add(stream);
        return stream;
    }

    void put(String domain, DomainEvent.Kind kind) {
        DomainEvent event = new DomainEvent(Instant.now(), domain, kind, Optional.empty());
        streams.forEach(stream -> stream.events.add(event));
    }

    private static final class Stream implements EventStream {
        private final BlockingQueue<DomainEvent> events = new LinkedBlockingQueue<>();
        private final MemoryEvents owner;

        Stream(MemoryEvents owner) {
            this.owner = owner;
        }

        @Override
        public Optional<DomainEvent> next(Duration patience) {
            try {
                return Optional.ofNullable(events.poll(patience.toNanos(), TimeUnit.NANOSECONDS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new DriverException(
                        ErrorCode.OPERATION_FAILED, "interrupted while waiting for events", e);
            }
        }

        @Override
        public void close() {
            owner.streams.remove(this);
        }
    }
}
