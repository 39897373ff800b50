package dev.vsh.shell.terminal;

import dev.vsh.driver.TerminalSize;
import dev.vsh.shell.console.Keyboard;
import dev.vsh.shell.console.LocalTerminal;

import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Attributes.ControlFlag;
import org.jline.terminal.Attributes.InputFlag;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Attributes.OutputFlag;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;

import java.io.IOException;
import java.util.EnumSet;
import java.util.function.Consumer;

/**
 * A terminal in raw mode.
 */
final class RawTerminal implements LocalTerminal {
    private final Terminal terminal;
    private final Attributes before;
    private final Keyboard keyboard;
    private final TypedAhead typedAhead;
    private final Thread restoreAtExit;
    private final SignalHandler resizeHandlerBefore;

    /**
     * @param typedAhead what JLine reads before what is typed
     */
    RawTerminal(Terminal terminal, Keyboard keyboard, TypedAhead typedAhead) {
        this.terminal = terminal;
        this.keyboard = keyboard;
        this.typedAhead = typedAhead;
        this.before = terminal.getAttributes();
        this.resizeHandlerBefore = terminal.handle(Signal.WINCH, SignalHandler.SIG_IGN);
        // SIGTERM and SIGHUP end the JVM in an orderly way; the terminal must not stay raw.
        this.restoreAtExit = new Thread(this::restore, "terminal-restore");
        Runtime.getRuntime().addShutdownHook(restoreAtExit);
        terminal.setAttributes(raw(before));
    }

    @Override
    public int read(byte[] buffer) throws IOException {
        return keyboard.read(buffer);
    }

    @Override
    public TerminalSize size() {
        Size size = terminal.getSize();
        return new TerminalSize(size.getColumns(), size.getRows());
    }

    @Override
    public void onResize(Consumer<TerminalSize> listener) {
        terminal.handle(Signal.WINCH, _ -> listener.accept(size()));
    }

    @Override
    public void giveBack(byte[] keys) {
        typedAhead.add(keys);
    }

    @Override
    public void close() {
        restore();
        terminal.handle(Signal.WINCH, resizeHandlerBefore);
        removeHook();
        keyboard.close();
    }

    private void removeHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(restoreAtExit);
        } catch (IllegalStateException _) {
            // the JVM is ending, and the hook does its work
            return;
        }
    }

    private void restore() {
        terminal.setAttributes(before);
    }

    /** As cfmakeraw(3): every key comes through as it is, and what comes out is shown as it is. */
    private static Attributes raw(Attributes before) {
        Attributes raw = new Attributes(before);
        raw.setInputFlags(
                EnumSet.of(
                        InputFlag.IGNBRK,
                        InputFlag.BRKINT,
                        InputFlag.PARMRK,
                        InputFlag.ISTRIP,
                        InputFlag.INLCR,
                        InputFlag.IGNCR,
                        InputFlag.ICRNL,
                        InputFlag.IXON),
                false);
        raw.setOutputFlag(OutputFlag.OPOST, false);
        raw.setLocalFlags(
                EnumSet.of(
                        LocalFlag.ECHO,
                        LocalFlag.ECHONL,
                        LocalFlag.ICANON,
                        LocalFlag.ISIG,
                        LocalFlag.IEXTEN),
                false);
        raw.setControlFlags(EnumSet.of(ControlFlag.PARENB), false);
        raw.setControlFlag(ControlFlag.CS8, true);
        raw.setControlChar(ControlChar.VMIN, 1);
        raw.setControlChar(ControlChar.VTIME, 0);
        return raw;
    }
}
