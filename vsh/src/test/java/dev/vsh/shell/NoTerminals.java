package dev.vsh.shell;

import dev.vsh.driver.TerminalSize;
import dev.vsh.shell.console.Keyboard;
import dev.vsh.shell.console.LocalTerminal;
import dev.vsh.shell.session.History;
import dev.vsh.shell.session.InterruptKey;
import dev.vsh.shell.session.LineEditor;
import dev.vsh.shell.session.LineHelp;
import dev.vsh.shell.session.Terminals;

import java.util.Optional;

/** Surroundings of a shell that nobody sits at. */
final class NoTerminals implements Terminals {
    private final InterruptKey key = new InterruptKey();

    @Override
    public boolean inputIsTerminal() {
        return false;
    }

    @Override
    public boolean canEditLines() {
        return false;
    }

    @Override
    public LocalTerminal openRaw() {
        throw new AssertionError("there is no terminal");
    }

    @Override
    public LineEditor openLineEditor(LineHelp help, History history) {
        throw new AssertionError("there is no terminal");
    }

    @Override
    public Optional<Keyboard> openKeyboard() {
        return Optional.empty();
    }

    @Override
    public boolean canDraw() {
        return false;
    }

    @Override
    public Optional<TerminalSize> window() {
        return Optional.empty();
    }

    @Override
    public InterruptKey interruptKey() {
        return key;
    }

    @Override
    public Interrupts leaveInterruptsToOthers() {
        return () -> {};
    }

    @Override
    public boolean outputIsTerminal() {
        return false;
    }
}
