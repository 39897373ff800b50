package dev.vsh.shell.verb;

import dev.vsh.domain.SignalName;
import dev.vsh.driver.Domain;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.NearestName;
import dev.vsh.shell.command.Option;

import java.util.List;

/** {@code send-process-signal}. */
final class SendProcessSignalVerb implements Verb {
    private static final Option.Text SIGNAL =
            Option.Text.required(
                    "signame", "the signal number or name", (_, _) -> SignalName.all());

    private final DomainArgument domain;
    private final Option.Text pid;

    SendProcessSignalVerb(DomainArgument domain) {
        this.domain = domain;
        this.pid = Option.Text.required("pid", "the process ID", (soFar, _) -> processes(soFar));
    }

    @Override
    public CommandDefinition definition() {
        return new CommandDefinition(
                "send-process-signal",
                CommandGroup.DOMAIN,
                "Send signals to processes",
                "Send signals to processes in the guest",
                List.of(domain.option(), pid, SIGNAL),
                this::run);
    }

    private List<String> processes(Invocation soFar) {
        return soFar.has(domain.option())
                ? domain.of(soFar).processes().stream()
                        .map(process -> Long.toString(process.pid()))
                        .toList()
                : List.of();
    }

    private void run(Invocation invocation) {
        String pid = invocation.required(this.pid);
        if (!pid.matches("[1-9][0-9]{0,8}")) {
            throw WholeNumber.malformed("pid", pid);
        }
        String name = invocation.required(SIGNAL);
        int signal =
                SignalName.parse(name)
                        .orElseThrow(
                                () ->
                                        new CommandException(
                                                "malformed signal name: "
                                                        + name
                                                        + NearestName.advice(
                                                                name, SignalName.all())));
        Domain found = domain.of(invocation);
        found.sendProcessSignal(Long.parseLong(pid), signal);
    }
}
