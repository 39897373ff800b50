package dev.vsh.shell;

import dev.vsh.shell.grammar.LineWords;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.session.HypervisorConnection;
import dev.vsh.shell.session.LineEditor;
import dev.vsh.shell.session.Progress;

import java.util.Optional;

/** Asks for lines and runs them until the user has enough. */
final class Conversation {
    private static final String BANNER =
            """
            Welcome to vsh, the container interactive terminal.

            Type:  'help' for help with commands
                   'quit' to quit

            """;

    private final LineEditor editor;
    private final CommandRunner runner;
    private final HypervisorConnection hypervisor;
    private final Progress progress;
    private final Output output;

    Conversation(
            LineEditor editor,
            CommandRunner runner,
            HypervisorConnection hypervisor,
            Progress progress,
            Output output) {
        this.editor = editor;
        this.runner = runner;
        this.hypervisor = hypervisor;
        this.progress = progress;
        this.output = output;
    }

    void run() {
        if (!output.isQuiet()) {
            output.print(BANNER);
            output.print(new FirstMinute(hypervisor).advice());
            output.results().flush();
        }
        while (!progress.isFinished()) {
            Optional<String> line = editor.readLine(prompt());
            if (line.isEmpty()) {
                progress.finish();
                output.printLine("");
            } else {
                runner.run(new LineWords(line.get()));
            }
        }
    }

    private String prompt() {
        return hypervisor.isReadOnly() ? "vsh > " : "vsh # ";
    }
}
