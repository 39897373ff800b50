package dev.vsh.shell.terminal;

import dev.vsh.driver.TerminalSize;
import dev.vsh.shell.console.Keyboard;
import dev.vsh.shell.console.LocalTerminal;
import dev.vsh.shell.session.History;
import dev.vsh.shell.session.InterruptKey;
import dev.vsh.shell.session.LineEditor;
import dev.vsh.shell.session.LineHelp;
import dev.vsh.shell.session.Terminals;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The terminal of this process. Opens it at the first need, once: two owners would fight over its
 * settings. This class itself does not refer to JLine, so that asking it costs nothing.
 */
public final class SystemTerminals implements Terminals {
    private static final int STANDARD_INPUT = 0;
    private static final int STANDARD_OUTPUT = 1;

    private final PrintStream results;
    private final String type;
    private final InterruptKey interruptKey = new InterruptKey();
    private Optional<JLineTerminal> opened = Optional.empty();

    /**
     * @param results what the line editor must not overtake
     * @param type {@code TERM}
     */
    public SystemTerminals(PrintStream results, String type) {
        this.type = type;
        this.results = results;
    }

    @Override
    public boolean inputIsTerminal() {
        return isTerminal(STANDARD_INPUT);
    }

    @Override
    public boolean outputIsTerminal() {
        return isTerminal(STANDARD_OUTPUT);
    }

    @Override
    public boolean canDraw() {
        return canEditLines() && !isDumb();
    }

    private boolean isDumb() {
        return type.equals("dumb") || type.isEmpty();
    }

    /** By stty(1) as long as there is no line editor, which would take longer to load. */
    @Override
    public Optional<TerminalSize> window() {
        if (!inputIsTerminal() && !outputIsTerminal()) {
            return Optional.empty();
        }
        return opened.map(JLineTerminal::size)
                .or(SttySize::read)
                .filter(size -> size.columns() > 0 && size.rows() > 0);
    }

    @Override
    public boolean canEditLines() {
        return inputIsTerminal() && outputIsTerminal();
    }

    @Override
    public LocalTerminal openRaw() {
        results.flush();
        return terminal().openRaw();
    }

    @Override
    public Optional<Keyboard> openKeyboard() {
        results.flush();
        return opened.map(JLineTerminal::openKeyboard);
    }

    @Override
    public LineEditor openLineEditor(LineHelp help, History history) {
        results.flush();
        return terminal().openLineEditor(help, history, interruptKey);
    }

    @Override
    public InterruptKey interruptKey() {
        return interruptKey;
    }

    /** Without a line editor the kernel would end this process, and what it waits for would not know. */
    @Override
    public <T> T passingOnInterrupts(Supplier<T> wait, Runnable told) {
        if (interruptKey.isHeard()) {
            return interruptKey.passingOn(wait, told);
        }
        try (Interrupts _ = HeardInterrupts.by(interruptKey)) {
            return interruptKey.passingOn(wait, told);
        }
    }

    @Override
    public Interrupts leaveInterruptsToOthers() {
        return opened.isPresent() ? opened.get().leaveInterruptsToOthers() : () -> {};
    }

    private JLineTerminal terminal() {
        if (opened.isEmpty()) {
            opened =
                    Optional.of(
                            isDumb() ? JLineTerminal.ofDumbSystem() : JLineTerminal.ofSystem(type));
        }
        return opened.get();
    }

    /** The kernel names the device behind a descriptor; a call to isatty would need native code. */
    private static boolean isTerminal(int descriptor) {
        try {
            String target =
                    Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor)).toString();
            return target.startsWith("/dev/pts/")
                    || target.startsWith("/dev/tty")
                    || target.equals("/dev/console");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look at standard streams: " + e.getMessage(), e);
        }
    }
}
