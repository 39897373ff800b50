package dev.vsh.shell.terminal;

import dev.vsh.shell.session.History;
import dev.vsh.shell.session.InterruptKey;
import dev.vsh.shell.session.LineEditor;
import dev.vsh.shell.session.LineHelp;

import org.jline.keymap.KeyMap;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.Reference;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.utils.Signals;

import java.io.IOError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** JLine's line editor, set up to feel like readline in virsh. */
final class JLineEditor implements LineEditor {
    /** That of both prompts of the shell. */
    static final int PROMPT_WIDTH = 6;

    private static final int MOST_TRIES = 10;

    private static final String THROW_AWAY = "throw-line-away";

    private final LineReader reader;
    private final InterruptKey key;
    private volatile boolean commandRuns;

    private JLineEditor(LineReader reader, InterruptKey key) {
        this.reader = reader;
        this.key = key;
    }

    static JLineEditor open(Terminal terminal, LineHelp help, History history, InterruptKey key) {
        LineReaderBuilder builder =
                LineReaderBuilder.builder()
                        .appName("vsh")
                        .terminal(terminal)
                        .parser(new CompletionParser())
                        .completer(new CandidateSource(help.completion()))
                        .variable(LineReader.SECONDARY_PROMPT_PATTERN, "    > ")
                        .variable(LineReader.HISTORY_SIZE, history.size())
                        .variable(LineReader.HISTORY_FILE_SIZE, history.size())
                        .option(LineReader.Option.HISTORY_TIMESTAMPED, false)
                        .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                        .option(LineReader.Option.BRACKETED_PASTE, true)
                        .option(LineReader.Option.AUTO_FRESH_LINE, true)
                        // as readline: one Tab for what is common to all, a second for the list
                        .option(LineReader.Option.AUTO_MENU, false)
                        .option(LineReader.Option.LIST_AMBIGUOUS, true)
                        .option(LineReader.Option.CASE_INSENSITIVE, false);
        if (!terminal.getType().startsWith(Terminal.TYPE_DUMB)) {
            help.hints().ifPresent(hints -> builder.highlighter(new HintPainter(hints)));
        }
        history.file()
                .filter(JLineEditor::isWritable)
                .ifPresent(file -> builder.variable(LineReader.HISTORY_FILE, file));
        JLineEditor editor = new JLineEditor(builder.build(), key);
        terminal.handle(Signal.INT, editor::interrupted);
        if (terminal.getType().startsWith(Terminal.TYPE_DUMB)) {
            // Of such a terminal JLine does not hear the key.
            Signals.register("INT", () -> terminal.raise(Signal.INT));
        } else {
            editor.readInterruptsAsKeys(terminal);
        }
        key.hear();
        return editor;
    }

    /**
     * As {@link EditedTerminal} sends them. A signal that is late was meant for a command that has ended, and so must not
     * be JLine's to hear, which says at each line that it wants to.
     */
    private void readInterruptsAsKeys(Terminal terminal) {
        reader.getWidgets()
                .put(
                        THROW_AWAY,
                        () -> {
                            throw new UserInterruptException(reader.getBuffer().toString());
                        });
        reader.getKeyMaps()
                .values()
                .forEach(keys -> keys.bind(new Reference(THROW_AWAY), KeyMap.ctrl('C')));
        // Who leaves a console that has just ended by itself means nothing by it here; JLine would
        // complain that it has no such widget.
        reader.getKeyMaps().values().forEach(keys -> keys.unbind(KeyMap.ctrl(']')));
        reader.getWidgets()
                .put(
                        LineReader.CALLBACK_INIT,
                        () -> {
                            terminal.handle(Signal.INT, this::interrupted);
                            return true;
                        });
    }

    @Override
    public Optional<String> readLine(String prompt) {
        commandRuns = false;
        Optional<String> line = readPatiently(prompt);
        key.lineBegins();
        commandRuns = line.filter(text -> !text.isBlank()).isPresent();
        return line;
    }

    /**
     * An interrupt key that is pressed before the terminal is raw ends the stty(1) that makes it so. Then it was meant for
     * the line that is about to be written, and that begins anew.
     */
    private Optional<String> readPatiently(String prompt) {
        for (int tries = 1; ; tries++) {
            try {
                return Optional.of(reader.readLine(prompt));
            } catch (UserInterruptException _) {
                return Optional.of("");
            } catch (EndOfFileException _) {
                return Optional.empty();
            } catch (IOError e) {
                if (tries == MOST_TRIES) {
                    throw new UncheckedIOException(
                            "cannot use the terminal: " + e.getMessage(), new IOException(e));
                }
            }
        }
    }

    /** Between commands it ends nothing. One that does not end for all pressing is left with the shell. */
    private void interrupted(Signal signal) {
        if (!commandRuns) {
            return;
        }
        // The terminal has shown the key; what comes next is to begin a line.
        reader.getTerminal().writer().println();
        reader.getTerminal().flush();
        if (key.press()) {
            System.exit(InterruptKey.STATUS);
        }
    }

    @Override
    public void close() {
        // Every line has been saved when it was entered; the terminal belongs to the process.
    }

    /** JLine would complain after each line about a history that it cannot save. */
    private static boolean isWritable(Path file) {
        if (Files.exists(file)) {
            return Files.isWritable(file) && Files.isRegularFile(file);
        }
        Path folder = file.getParent();
        while (folder != null && !Files.exists(folder)) {
            folder = folder.getParent();
        }
        return folder != null && Files.isDirectory(folder) && Files.isWritable(folder);
    }
}
