package dev.vsh.shell.verb;

import dev.vsh.driver.Domain;
import dev.vsh.driver.ExecRequest;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.command.ValueCompleter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code exec}. */
final class ExecVerb implements Verb {
    private static final Option.Named ENVIRONMENT =
            new Option.Named(
                    "env", "NAME=VALUE for its environment, any number", ValueCompleter.NOTHING);
    private static final Option.Flag NO_TERMINAL =
            new Option.Flag("no-tty", "no terminal, even if there is one");

    private final DomainArgument domain;
    private final CommandRun command;
    private final Option.Named user;
    private final Option.Named folder;
    private final Option.Words words;

    ExecVerb(DomainArgument domain, CommandRun command) {
        this.domain = domain;
        this.command = command;
        this.user =
                new Option.Named(
                        "user",
                        "user of the container, root if omitted",
                        (soFar, _) -> domain.ifGiven(soFar).map(Domain::users).orElse(List.of()));
        ContainerFileNames files = new ContainerFileNames(domain);
        this.folder = new Option.Named("cwd", "folder to begin in, / if omitted", files.folders());
        this.words =
                new Option.Words("cmd", "command and its arguments, behind --", this::candidates);
    }

    @Override
    public CommandDefinition definition() {
        return new CommandDefinition(
                "exec",
                CommandGroup.DOMAIN,
                "run a command in a container",
                "Run a command in a running container, with what its init may do, and exit as it"
                        + " does.",
                List.of(domain.option(), user, ENVIRONMENT, folder, NO_TERMINAL, words),
                this::run);
    }

    private List<String> candidates(Invocation soFar, String prefix) {
        return new ContainerFileNames(domain).commandLine(words).candidates(soFar, prefix);
    }

    private void run(Invocation invocation) {
        List<String> words = invocation.words(this.words);
        if (words.isEmpty()) {
            throw new CommandException("command 'exec' requires <cmd> option");
        }
        Domain found = domain.of(invocation);
        boolean terminal = !invocation.has(NO_TERMINAL) && command.hasTerminal();
        command.run(
                found,
                new ExecRequest(
                        words,
                        invocation.last(user),
                        command.environment(terminal, environment(invocation)),
                        invocation.last(folder),
                        terminal));
    }

    private static Map<String, String> environment(Invocation invocation) {
        Map<String, String> variables = new LinkedHashMap<>();
        for (String variable : invocation.values(ENVIRONMENT)) {
            int equals = variable.indexOf('=');
            if (equals <= 0) {
                throw new CommandException("'" + variable + "' of --env is not NAME=VALUE");
            }
            variables.put(variable.substring(0, equals), variable.substring(equals + 1));
        }
        return variables;
    }
}
