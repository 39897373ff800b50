package dev.vsh.shell.terminal;

import dev.vsh.shell.session.History;
import dev.vsh.shell.session.LineEditor;
import dev.vsh.shell.session.LineHelp;

import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** JLine's line editor, set up to feel like readline in virsh. */
final class JLineEditor implements LineEditor {
    /** That of both prompts of the shell. */
    static final int PROMPT_WIDTH = 6;

    private final LineReader reader;

    private JLineEditor(LineReader reader) {
        this.reader = reader;
    }

    static JLineEditor open(Terminal terminal, LineHelp help, History history) {
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
        return new JLineEditor(builder.build());
    }

    @Override
    public Optional<String> readLine(String prompt) {
        try {
            return Optional.of(reader.readLine(prompt));
        } catch (UserInterruptException _) {
            return Optional.of("");
        } catch (EndOfFileException _) {
            return Optional.empty();
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
