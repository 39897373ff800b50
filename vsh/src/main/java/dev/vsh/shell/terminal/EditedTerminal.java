package dev.vsh.shell.terminal;

import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.impl.PosixSysTerminal;
import org.jline.terminal.spi.Pty;

import java.io.IOException;
import java.nio.charset.Charset;

/**
 * The terminal of the line editor, for which the interrupt key is a key as any other while a line is typed: a signal
 * comes when a thread of the JVM has time for it, which can be after the next keys, and would end their line.
 */
final class EditedTerminal extends PosixSysTerminal {
    /** _POSIX_VDISABLE of Linux. */
    private static final int NONE = 0;

    EditedTerminal(String type, Pty pty, Charset charset) throws IOException {
        super("vsh", type, pty, charset, true, SignalHandler.SIG_DFL);
    }

    @Override
    public Attributes enterRawMode() {
        Attributes before = super.enterRawMode();
        Attributes raw = getAttributes();
        raw.setControlChar(ControlChar.VINTR, NONE);
        setAttributes(raw);
        return before;
    }
}
