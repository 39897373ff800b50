package dev.vsh.shell.verb;

import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.session.WorkingDirectory;

import java.util.List;

/** {@code pwd}. */
final class PwdVerb implements Verb {
    private final WorkingDirectory directory;
    private final Output output;

    PwdVerb(WorkingDirectory directory, Output output) {
        this.directory = directory;
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        return new CommandDefinition(
                "pwd",
                CommandGroup.SHELL,
                "print the current directory",
                "Print the current directory.",
                List.of(),
                _ -> output.printLine(directory.path().toString()));
    }
}
