package dev.vsh.shell.verb;

import dev.vsh.driver.Domain;
import dev.vsh.driver.XmlView;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.document.DomainXml;
import dev.vsh.shell.output.Answer;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.output.Shown;

import java.util.List;

/** {@code ttyconsole}. */
final class TtyconsoleVerb implements Verb {
    private final DomainArgument domain;
    private final Output output;

    TtyconsoleVerb(DomainArgument domain, Output output) {
        this.domain = domain;
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        return new Report(output)
                .command(
                        "ttyconsole",
                        CommandGroup.DOMAIN,
                        "tty console",
                        "Output the device for the TTY console.",
                        List.of(domain.option()),
                        this::answer);
    }

    private Answer answer(Invocation invocation) {
        Domain found = domain.of(invocation);
        if (!found.isActive()) {
            throw new CommandException("The domain is not running");
        }
        String device =
                new DomainXml(found.xml(XmlView.LIVE))
                        .consoleTerminal()
                        .orElseThrow(
                                () ->
                                        new CommandException(
                                                "domain '"
                                                        + found.name()
                                                        + "' has no console device"));
        return Shown.word("device", device);
    }
}
