package dev.vsh.shell;

import dev.vsh.driver.ProductVersion;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.CommandTable;
import dev.vsh.shell.completion.CompletionEngine;
import dev.vsh.shell.completion.HintEngine;
import dev.vsh.shell.console.ConsoleClient;
import dev.vsh.shell.console.ExecClient;
import dev.vsh.shell.grammar.ArgumentWords;
import dev.vsh.shell.grammar.CommandParser;
import dev.vsh.shell.grammar.LineWords;
import dev.vsh.shell.grammar.WordSource;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.output.OutputFormat;
import dev.vsh.shell.output.ShellLog;
import dev.vsh.shell.session.History;
import dev.vsh.shell.session.HostShell;
import dev.vsh.shell.session.HypervisorConnection;
import dev.vsh.shell.session.LineEditor;
import dev.vsh.shell.session.LineHelp;
import dev.vsh.shell.session.LineInput;
import dev.vsh.shell.session.Progress;
import dev.vsh.shell.session.ScriptReader;
import dev.vsh.shell.session.WorkingDirectory;
import dev.vsh.shell.verb.Verbs;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One run of vsh, from the arguments of the process to its exit status. */
public final class Shell {
    private static final int SUCCESS = 0;
    private static final int FAILURE = 1;

    private final Surroundings surroundings;

    public Shell(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * @return the exit status
     */
    public int run(List<String> arguments) {
        try {
            StartRequest request = StartRequestParser.parse(arguments);
            // Before the switch, which costs every process 10 ms that gets as far.
            return request instanceof StartRequest.Run(StartOptions options)
                    ? run(options)
                    : answer(request);
        } catch (UsageException e) {
            output(false, OutputFormat.TABLE, ShellLog.NONE).error(String.valueOf(e.getMessage()));
            return FAILURE;
        }
    }

    /** Every command that there is. */
    CommandTable commands() {
        StartOptions options = ((StartRequest.Run) StartRequestParser.parse(List.of())).options();
        try (Session session = new Session(options)) {
            return session.verbs.table();
        }
    }

    private int answer(StartRequest request) {
        return switch (request) {
            case StartRequest.ShowVersion(boolean inFull) -> showVersion(inFull);
            case StartRequest.ShowUsage _ -> showUsage();
            case StartRequest.Run(StartOptions options) -> run(options);
        };
    }

    private int showVersion(boolean inFull) {
        surroundings.results().print(Usage.version(ProductVersion.text(), inFull));
        surroundings.results().flush();
        return SUCCESS;
    }

    private int showUsage() {
        surroundings.results().print(Usage.text(commands()));
        surroundings.results().flush();
        return SUCCESS;
    }

    private int run(StartOptions options) {
        try (Session session = new Session(options)) {
            return session.run();
        }
    }

    private Output output(boolean quiet, OutputFormat format, ShellLog log) {
        return new Output(
                surroundings.results(), surroundings.errors(), quiet, format, showsColours(), log);
    }

    /** As no-color.org has it: the variable counts when it is not empty. */
    private boolean showsColours() {
        Map<String, String> environment = surroundings.environment();
        return environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "dumb").equals("dumb")
                && surroundings.terminals().outputIsTerminal();
    }

    /** The collaborators of one run, wired. */
    private final class Session implements AutoCloseable {
        private final StartOptions options;
        private final WorkingDirectory directory;
        private final Output output;
        private final LineInput lines = new LineInput(surroundings.input());
        private final HypervisorConnection hypervisor;
        private final Progress progress;
        private final Verbs verbs;
        private final CommandRunner runner;

        Session(StartOptions options) {
            Map<String, String> environment = surroundings.environment();
            this.directory = new WorkingDirectory(surroundings.directory());
            this.options = options;
            this.output =
                    output(
                            options.quiet(),
                            options.output(),
                            LogSettings.log(options, environment, directory));
            this.hypervisor =
                    new HypervisorConnection(environment, options.uri(), options.readOnly());
            this.progress = new Progress(options.words().isEmpty());
            HostShell shell = new HostShell(directory, surroundings.terminals());
            ConsoleClient console =
                    new ConsoleClient(
                            surroundings.terminals(),
                            surroundings.input(),
                            output,
                            options.escape());
            ExecClient exec = new ExecClient(surroundings.terminals(), inputOfCommands(), output);
            this.verbs =
                    new Verbs(
                            environment,
                            hypervisor,
                            directory,
                            progress,
                            console,
                            exec,
                            shell,
                            surroundings.terminals(),
                            lines,
                            output);
            this.runner =
                    new CommandRunner(
                            new CommandParser(verbs.table()),
                            new Foresight(
                                    hypervisor,
                                    options.words().isEmpty()
                                            && surroundings.terminals().canEditLines()),
                            progress,
                            surroundings.terminals().interruptKey(),
                            output,
                            options.timing());
        }

        /** What the shell reads its own lines from is nothing for a command: it would take those behind it. */
        private InputStream inputOfCommands() {
            boolean linesComeFromIt =
                    options.words().isEmpty() && options.script().orElse("-").equals("-");
            return linesComeFromIt ? InputStream.nullInputStream() : surroundings.input();
        }

        int run() {
            options.warnings().forEach(output::error);
            try {
                // Somebody who names a connection wants to hear at once that it does not work.
                if (options.uri().isPresent()) {
                    hypervisor.get();
                }
                if (options.script().isPresent()) {
                    return runScript(options.script().get());
                }
                return options.words().isEmpty() ? converse() : runner.run(words());
            } catch (CommandException e) {
                e.lines().forEach(output::error);
                return FAILURE;
            } catch (UncheckedIOException e) {
                output.error(String.valueOf(e.getMessage()));
                return FAILURE;
            }
        }

        private WordSource words() {
            return options.words().size() == 1
                    ? new LineWords(options.words().getFirst())
                    : new ArgumentWords(options.words());
        }

        private int converse() {
            if (!surroundings.terminals().canEditLines()) {
                return runStandardInput();
            }
            History history = History.of(surroundings.environment());
            try (LineEditor editor = surroundings.terminals().openLineEditor(help(), history)) {
                new Conversation(editor, runner, hypervisor, progress, output).run();
            }
            return SUCCESS;
        }

        private LineHelp help() {
            boolean wanted = !"off".equals(surroundings.environment().get("VSH_HINTS"));
            return new LineHelp(
                    new CompletionEngine(verbs.table()),
                    wanted ? Optional.of(new HintEngine(verbs.table())) : Optional.empty());
        }

        /** Without a terminal there is nobody to greet, but somebody who wants to know how it went. */
        private int runStandardInput() {
            ScriptReader pieces = new ScriptReader(lines);
            int status = SUCCESS;
            Optional<ScriptReader.Piece> piece = pieces.next();
            while (piece.isPresent() && !progress.isFinished()) {
                status = runner.run(new LineWords(piece.get().text()));
                piece = progress.isFinished() ? Optional.empty() : pieces.next();
            }
            return status;
        }

        private int runScript(String file) {
            if (file.equals("-")) {
                return script("standard input", lines).run();
            }
            try (InputStream input = Files.newInputStream(directory.resolve(file))) {
                return script(file, new LineInput(new BufferedInputStream(input))).run();
            } catch (NoSuchFileException e) {
                throw new CommandException("cannot read script '" + file + "': no such file", e);
            } catch (IOException e) {
                throw new CommandException(
                        "cannot read script '" + file + "': " + e.getMessage(), e);
            }
        }

        private Script script(String name, LineInput input) {
            return new Script(name, new ScriptReader(input), runner, progress);
        }

        @Override
        public void close() {
            hypervisor.close();
        }
    }
}
