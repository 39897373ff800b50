package dev.vsh.shell.terminal;

import dev.vsh.driver.TerminalSize;
import dev.vsh.linux.Syscalls;
import dev.vsh.linux.TerminalDevice;
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
import org.jline.utils.InfoCmp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;

/** A terminal that JLine drives, for both of its uses. */
final class JLineTerminal {
    private static final int STANDARD_INPUT = 0;

    private final Terminal terminal;
    private final Path keyboard;
    private final TypedAhead typedAhead;

    /**
     * @param keyboard the device that {@code terminal} reads from
     * @param typedAhead what it reads before
     */
    JLineTerminal(Terminal terminal, Path keyboard, TypedAhead typedAhead) {
        this.terminal = terminal;
        this.keyboard = keyboard;
        this.typedAhead = typedAhead;
    }

    /**
     * @param type {@code TERM}, of a terminal that draws
     */
    static JLineTerminal ofSystem(String type) {
        var device = new TerminalDevice(new Syscalls(), STANDARD_INPUT);
        askNoProgramAbout(type);
        var typedAhead = new TypedAhead();
        return opened(
                typedAhead,
                () ->
                        new EditedTerminal(
                                type,
                                new SystemPty(device, typedAhead),
                                Charset.forName(System.getProperty("stdout.encoding", "UTF-8"))));
    }

    /** JLine would run infocmp(1) for every type, and has what that says of the usual ones itself. */
    private static void askNoProgramAbout(String type) {
        String known = InfoCmp.getDefaultInfoCmp(type);
        if (known != null) {
            InfoCmp.setLoadedInfoCmp(type, known);
        }
    }

    /** Lines are not redrawn there: JLine leaves its settings alone, and reads for itself. */
    static JLineTerminal ofDumbSystem() {
        return opened(
                new TypedAhead(),
                () ->
                        TerminalBuilder.builder()
                                .system(true)
                                .dumb(false)
                                .jni(false)
                                .exec(true)
                                .ffm(false)
                                .jna(false)
                                .jansi(false)
                                .build());
    }

    private interface Opening {
        Terminal open() throws IOException;
    }

    private static JLineTerminal opened(TypedAhead typedAhead, Opening opening) {
        try {
            return new JLineTerminal(opening.open(), Path.of("/dev/tty"), typedAhead);
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
        return new RawTerminal(terminal, openKeyboard(), typedAhead);
    }
}
