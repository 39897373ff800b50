package dev.vsh.domain.xml;

import org.jspecify.annotations.Nullable;

import java.util.function.Supplier;

/** A value made when it is first asked for, once, by whichever thread comes first. */
final class Lazy<T> implements Supplier<T> {
    private final Supplier<T> maker;
    private volatile @Nullable T value; // null until made; written under the lock of this

    Lazy(Supplier<T> maker) {
        this.maker = maker;
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
