package dev.vsh.shell.verb;

import dev.vsh.driver.XmlView;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.document.DomainXml;
import dev.vsh.shell.document.InterfaceXml;
import dev.vsh.shell.output.Answer;
import dev.vsh.shell.output.Datum;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.output.Shown;

import java.util.List;

/** {@code domif-getlink}. */
final class DomifGetlinkVerb implements Verb {
    private static final Option.Flag CONFIG =
            new Option.Flag("config", "Get persistent interface state");

    private final DomainArgument domain;
    private final InterfaceArgument nic;
    private final Output output;

    DomifGetlinkVerb(DomainArgument domain, Output output) {
        this.domain = domain;
        this.nic = new InterfaceArgument(domain, "interface device (MAC Address)");
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        return new Report(output)
                .command(
                        "domif-getlink",
                        CommandGroup.MONITOR,
                        "get link state of a virtual interface",
                        "Get link state of a domain's virtual interface.",
                        List.of(domain.option(), nic.option(), CONFIG),
                        this::answer);
    }

    private Answer answer(Invocation invocation) {
        String name = nic.of(invocation);
        XmlView view = invocation.has(CONFIG) ? XmlView.INACTIVE : XmlView.LIVE;
        List<InterfaceXml> found =
                new DomainXml(domain.of(invocation).xml(view))
                        .interfaces().stream().filter(each -> each.isCalled(name)).toList();
        if (found.isEmpty()) {
            String kind = InterfaceXml.isMac(name) ? "mac" : "dev";
            throw new CommandException("Interface (" + kind + ": " + name + ") not found.");
        }
        if (found.size() > 1) {
            throw new CommandException("multiple matching interfaces found");
        }
        String state = found.getFirst().linkState().orElse("up");
        return Shown.of(
                name + " " + state,
                Datum.fields(Datum.field("interface", name), Datum.field("state", state)));
    }
}
