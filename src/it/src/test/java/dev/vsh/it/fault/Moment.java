package dev.vsh.it.fault;

import java.util.List;

/**
 * When who dies.
 *
 * @param counted whose calls are counted
 * @param call in front of which one it happens, from 1 on
 * @param accomplices processes that are killed right before, by their numbers
 */
record Moment(Counted counted, int call, List<Long> accomplices) {
    /** Whose calls. */
    enum Counted {
        /** All of a shell's, from the line on that it is given. */
        SHELL,
        /** A helper's, from its setsid(2) on, which is the first that it does. */
        HELPER,
        /** A helper's first child's: the container's program, up to the execve(2) of its init. */
        CHILD,
        /** Nobody's: a shell and all that it starts are only followed. */
        NOBODY
    }

    static final Moment NEVER = new Moment(Counted.NOBODY, 0, List.of());

    Moment {
        accomplices = List.copyOf(accomplices);
    }

    boolean followsChildren() {
        return switch (counted) {
            case CHILD, NOBODY -> true;
            case SHELL, HELPER -> false;
        };
    }
}
