package dev.vsh.shell.terminal;

import dev.vsh.shell.session.InterruptKey;
import dev.vsh.shell.session.Terminals;

import org.jline.utils.Signals;

/** The time in which SIGINT does not end a process that has no line editor. */
final class HeardInterrupts {
    private static final String SIGNAL = "INT";

    private HeardInterrupts() {}

    static Terminals.Interrupts by(InterruptKey key) {
        Object before = Signals.register(SIGNAL, key::press);
        key.hear();
        return () -> {
            key.hearNoMore();
            Signals.unregister(SIGNAL, before);
        };
    }
}
