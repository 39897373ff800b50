package dev.vsh.shell.verb;

import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.grammar.CommandParser;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.session.HostShell;

import java.util.List;

/** {@code !}. */
final class HostCommandVerb implements Verb {
    private static final Option.Words COMMAND =
            new Option.Words("command", "the rest of the line, as it is");

    private final HostShell shell;
    private final Output output;

    HostCommandVerb(HostShell shell, Output output) {
        this.shell = shell;
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        return new CommandDefinition(
                CommandParser.HOST_COMMAND,
                CommandGroup.SHELL,
                "run a command of the host",
                "Give the rest of the line to the host's shell, and end as it does.",
                List.of(COMMAND),
                this::run);
    }

    private void run(Invocation invocation) {
        String script = String.join(" ", invocation.words(COMMAND));
        if (script.isBlank()) {
            throw new CommandException("'!' needs a command of the host, as in '!ls'");
        }
        output.results().flush();
        int status = shell.run(script);
        if (status != 0) {
            throw CommandException.silent(status);
        }
    }
}
