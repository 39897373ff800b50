package dev.vsh.domain.lxctools;

import java.util.function.Predicate;

/**
 * A key of {@code lxc.container.conf(5)} and what becomes of it.
 *
 * @param name N stands for a number; a {@code *} at the end for anything
 * @param example a value
 */
record Key(String name, String example, Fate fate) {
    /** What becomes of a key. */
    sealed interface Fate {
        /** It has a place in a document. */
        record Mapped(String element) implements Fate {}

        /**
         * Some values are what every container has.
         *
         * @param otherwise why the others are not kept
         */
        record Met(Predicate<String> values, String which, String otherwise) implements Fate {}

        /** It has none. */
        record LeftOut(String reason) implements Fate {}
    }

    static Key mapped(String name, String example, String element) {
        return new Key(name, example, new Fate.Mapped(element));
    }

    static Key met(
            String name, String example, Predicate<String> values, String which, String otherwise) {
        return new Key(name, example, new Fate.Met(values, which, otherwise));
    }

    static Key leftOut(String name, String example, String reason) {
        return new Key(name, example, new Fate.LeftOut(reason));
    }

    boolean matches(String key) {
        if (name.endsWith("*")) {
            return key.startsWith(name.substring(0, name.length() - 1));
        }
        return name.equals(key.replaceFirst("^lxc\\.net\\.(0|[1-9][0-9]*)\\.", "lxc.net.N."));
    }
}
