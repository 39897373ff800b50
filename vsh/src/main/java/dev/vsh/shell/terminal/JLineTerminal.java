package dev.vsh.shell.terminal;

import dev.vsh.driver.TerminalSize;
import dev.vsh.shell.console.Keyboard;
import dev.vsh.shell.console.LocalTerminal;
import dev.vsh.shell.session.History;
import dev.vsh.shell.session.InterruptKey;
import dev.vsh.shell.session.LineEditor;
import dev.vsh.shell.session.LineHelp;
import dev.vsh.shell.session.Terminals;

import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;
import org.jline.terminal.TerminalBuilder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** A terminal that JLine drives, for both of its uses. */
final class JLineTerminal {
    private final Terminal terminal;
    private final Path keyboard;

    /**
     * @param keyboard the device that {@code terminal} reads from
     */
    JLineTerminal(Terminal terminal, Path keyboard) {
        this.terminal = terminal;
        this.keyboard = keyboard;
    }

    /**
     * By way of stty(1): JLine's own native code does not know the speed of a line and sets it to 0 with everything
     * else, which on a serial line means to hang up.
     */
    static JLineTerminal ofSystem() {
        try {
            Terminal terminal =
                    TerminalBuilder.builder()
                            .system(true)
                            .dumb(false)
                            .jni(false)
                            .exec(true)
                            .ffm(false)
                            .jna(false)
                            .jansi(false)
                            .build();
            return new JLineTerminal(terminal, Path.of("/dev/tty"));
        } catch (IOException | IllegalStateException e) {
            throw new UncheckedIOException(
                    "cannot use the terminal: " + e.getMessage(), new IOException(e));
        }
    }

    LineEditor openLineEditor(LineHelp help, History history, InterruptKey key) {
        return JLineEditor.open(terminal, help, history, key);
    }

    /** A handler and not SIG_IGN: what is ignored stays ignored in the programs that are started meanwhile. */
    Terminals.Interrupts leaveInterruptsToOthers() {
        SignalHandler before = terminal.handle(Signal.INT, _ -> {});
        return () -> terminal.handle(Signal.INT, before);
    }

    TerminalSize size() {
        return new TerminalSize(terminal.getWidth(), terminal.getHeight());
    }

    Keyboard openKeyboard() {
        return new DeviceKeyboard(keyboard);
    }

    LocalTerminal openRaw() {
        return new RawTerminal(terminal, openKeyboard());
    }
}
