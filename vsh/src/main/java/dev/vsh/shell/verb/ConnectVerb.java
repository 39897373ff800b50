package dev.vsh.shell.verb;

import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.session.HypervisorConnection;

import java.util.List;

/** {@code connect}. */
final class ConnectVerb implements Verb {
    private static final Option.Text NAME =
            Option.Text.optional(
                    "name",
                    "hypervisor connection URI",
                    (_, _) -> List.of("lxc:///system", "test:///default"));
    private static final Option.Flag READONLY = new Option.Flag("readonly", "read-only connection");

    private final HypervisorConnection hypervisor;

    ConnectVerb(HypervisorConnection hypervisor) {
        this.hypervisor = hypervisor;
    }

    @Override
    public CommandDefinition definition() {
        return new CommandDefinition(
                "connect",
                CommandGroup.SHELL,
                "(re)connect to hypervisor",
                "Connect to local hypervisor. This is built-in command after shell start up.",
                List.of(NAME, READONLY),
                this::run);
    }

    private void run(Invocation invocation) {
        hypervisor.reconnect(invocation.value(NAME), invocation.has(READONLY));
    }
}
