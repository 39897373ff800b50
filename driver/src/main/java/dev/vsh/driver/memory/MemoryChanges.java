package dev.vsh.driver.memory;

import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.driver.NetworkChanges;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Who waits for changes of networks. Safe for use by several threads. */
final class MemoryChanges {
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    NetworkChanges open() {
        Listener listener = new Listener(this);
        listeners.add(listener);
        return listener;
    }

    void tell() {
        listeners.forEach(listener -> listener.changes.release());
    }

    private static final class Listener implements NetworkChanges {
        private final Semaphore changes = new Semaphore(0);
        private final MemoryChanges owner;

        Listener(MemoryChanges owner) {
            this.owner = owner;
        }

        @Override
        public boolean await(Duration patience) {
            try {
                return changes.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new DriverException(
                        ErrorCode.OPERATION_FAILED, "interrupted while waiting for networks", e);
            }
        }

        @Override
        public void close() {
            owner.listeners.remove(this);
        }
    }
}
