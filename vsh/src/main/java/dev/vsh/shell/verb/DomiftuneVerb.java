package dev.vsh.shell.verb;

import dev.vsh.domain.Bandwidth;
import dev.vsh.driver.Domain;
import dev.vsh.driver.XmlView;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.command.ValueCompleter;
import dev.vsh.shell.document.BandwidthXml;
import dev.vsh.shell.document.DomainXml;
import dev.vsh.shell.output.Answer;
import dev.vsh.shell.output.Cell;
import dev.vsh.shell.output.DataName;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.output.Properties;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code domiftune}. */
final class DomiftuneVerb implements Verb {
    private static final Option.Text INBOUND =
            Option.Text.optional(
                    "inbound", "control domain's incoming traffics", ValueCompleter.NOTHING);
    private static final Option.Text OUTBOUND =
            Option.Text.optional(
                    "outbound", "control domain's outgoing traffics", ValueCompleter.NOTHING);

    private final DomainArgument domain;
    private final InterfaceArgument nic;
    private final Output output;

    DomiftuneVerb(DomainArgument domain, Output output) {
        this.domain = domain;
        this.nic = new InterfaceArgument(domain, "interface device (MAC Address)");
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        List<Option> options =
                new ArrayList<>(List.of(domain.option(), nic.option(), INBOUND, OUTBOUND));
        options.addAll(DocumentScope.OPTIONS);
        return new Report(output)
                .command(
                        "domiftune",
                        CommandGroup.DOMAIN,
                        "get/set parameters of a virtual interface",
                        "Get/set parameters of a domain's virtual interface.",
                        options,
                        this::answer);
    }

    private Answer answer(Invocation invocation) {
        Domain found = domain.of(invocation);
        Set<XmlView> documents = DocumentScope.of(invocation, found);
        Bandwidth wanted = new Bandwidth(rate(invocation, INBOUND), rate(invocation, OUTBOUND));
        if (wanted.equals(Bandwidth.NONE)) {
            return show(found, nic.of(invocation), documents);
        }
        CommandException.attempt(
                "Unable to set interface parameters",
                () -> found.setInterfaceBandwidth(nic.of(invocation), wanted, documents));
        return Answer.NOTHING;
    }

    private static Optional<Bandwidth.Rate> rate(Invocation invocation, Option.Text option) {
        return invocation.value(option).map(text -> RateArgument.parse(option.name(), text));
    }

    private static Answer show(Domain found, String device, Set<XmlView> documents) {
        XmlView view = documents.contains(XmlView.LIVE) ? XmlView.LIVE : XmlView.INACTIVE;
        BandwidthXml bandwidth =
                new DomainXml(found.xml(view))
                        .bandwidth(device)
                        .orElseThrow(
                                () ->
                                        CommandException.because(
                                                "Unable to get interface parameters",
                                                "invalid argument: '"
                                                        + device
                                                        + "' is not a known interface"));
        Properties answer = Properties.withColons();
        bandwidth
                .numbers()
                .forEach((name, value) -> answer.add(name, DataName.of(name), Cell.of(value)));
        return answer;
    }
}
