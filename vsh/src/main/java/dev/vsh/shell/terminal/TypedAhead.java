package dev.vsh.shell.terminal;

import java.util.ArrayDeque;
import java.util.Deque;

/** Keys that somebody read who was not meant. Safe for use by several threads. */
final class TypedAhead {
    private final Deque<Integer> keys = new ArrayDeque<>();

    synchronized void add(byte[] more) {
        for (byte key : more) {
            keys.add(Byte.toUnsignedInt(key));
        }
    }

    synchronized boolean isEmpty() {
        return keys.isEmpty();
    }

    /** The first of them, which is then there no more; only where there is one. */
    synchronized int take() {
        return keys.remove();
    }
}
