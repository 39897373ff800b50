package dev.vsh.shell.verb;

import dev.vsh.driver.ExecRequest;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code lxc-enter-namespace}: virsh's name for running a command as root in a container. */
final class LxcEnterNamespaceVerb implements Verb {
    private static final Option.Flag NO_SECURITY_LABEL =
            new Option.Flag("noseclabel", "do not change process security label");

    private final DomainArgument domain;
    private final CommandRun command;
    private final Option.Words words;

    LxcEnterNamespaceVerb(DomainArgument domain, CommandRun command) {
        this.domain = domain;
        this.command = command;
        this.words =
                new Option.Words(
                        "cmd", "command to run and its arguments, behind --", this::candidates);
    }

    @Override
    public CommandDefinition definition() {
        return new CommandDefinition(
                "lxc-enter-namespace",
                CommandGroup.DOMAIN,
                "LXC Guest Enter Namespace",
                "Run an arbitrary command in a lxc guest namespace",
                List.of(domain.option(), NO_SECURITY_LABEL, words),
                this::run);
    }

    private List<String> candidates(Invocation soFar, String prefix) {
        return new ContainerFileNames(domain).commandLine(words).candidates(soFar, prefix);
    }

    private void run(Invocation invocation) {
        List<String> words = invocation.words(this.words);
        if (words.isEmpty()) {
            throw new CommandException("command 'lxc-enter-namespace' requires <cmd> option");
        }
        boolean terminal = command.hasTerminal();
        command.run(
                domain.of(invocation),
                new ExecRequest(
                        words,
                        Optional.empty(),
                        command.environment(terminal, Map.of()),
                        Optional.empty(),
                        terminal,
                        !invocation.has(NO_SECURITY_LABEL)));
    }
}
