package dev.vsh.domain.xml;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** A value made when it is first asked for, once, by whichever thread comes first; or ahead of that. */
final class Lazy<T> implements Supplier<T> {
    private final Supplier<T> maker;
    private final AtomicBoolean begun = new AtomicBoolean();
    private volatile @Nullable T value; // null until made; written under the lock of this

    Lazy(Supplier<T> maker) {
        this.maker = maker;
    }

    /** Has it made meanwhile, by a thread of its own. */
    void begin() {
        if (begun.compareAndSet(false, true)) {
            Thread.ofPlatform()
                    .daemon()
                    // Whoever asks for the value tries again, and is told.
                    .uncaughtExceptionHandler((_, _) -> {})
                    .start(this::get);
        }
    }

    @Override
    public T get() {
        T present = value;
        return present == null ? make() : present;
    }

    private synchronized T make() {
        T present = value;
        if (present == null) {
            present = maker.get();
            value = present;
        }
        return present;
    }
}
