package dev.vsh.shell.verb;

import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.session.Progress;
import dev.vsh.shell.session.WorkingDirectory;

import java.util.List;
import java.util.Map;

/** {@code cd}. */
final class CdVerb implements Verb {
    private final Option.Text dir;
    private final WorkingDirectory directory;
    private final Progress progress;
    private final Map<String, String> environment;

    CdVerb(WorkingDirectory directory, Progress progress, Map<String, String> environment) {
        this.directory = directory;
        this.progress = progress;
        this.environment = environment;
        this.dir =
                Option.Text.optional(
                        "dir",
                        "directory to switch to (default: home or else root)",
                        FileNames.directories(directory));
    }

    @Override
    public CommandDefinition definition() {
        return new CommandDefinition(
                "cd",
                CommandGroup.SHELL,
                "change the current directory",
                "Change the current directory.",
                List.of(dir),
                this::run);
    }

    private void run(Invocation invocation) {
        if (!progress.isInteractive()) {
            throw new CommandException("cd: command valid only in interactive mode");
        }
        directory.change(
                invocation.value(dir).orElseGet(() -> environment.getOrDefault("HOME", "/")));
    }
}
