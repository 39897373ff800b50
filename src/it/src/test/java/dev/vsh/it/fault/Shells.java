package dev.vsh.it.fault;

import dev.vsh.it.harness.Vsh;

import java.util.ArrayDeque;

/** Shells in reserve, so that nobody waits for the next when one has been killed. */
final class Shells implements AutoCloseable {
    private static final int RESERVE = 2;

    private final Vsh vsh;
    private final ArrayDeque<ShellSession> reserve = new ArrayDeque<>();

    Shells(Vsh vsh) {
        this.vsh = vsh;
    }

    synchronized ShellSession next() {
        while (reserve.size() <= RESERVE) {
            reserve.add(ShellSession.begin(vsh));
        }
        ShellSession next = reserve.removeFirst();
        if (!next.awaitReady()) {
            throw new AssertionError("a shell ended before it was used");
        }
        return next;
    }

    @Override
    public void close() {
        reserve.forEach(ShellSession::close);
    }
}
