package dev.vsh.shell.verb;

import dev.vsh.driver.Domain;
import dev.vsh.driver.XmlView;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.document.DomainXml;
import dev.vsh.shell.document.InterfaceLink;
import dev.vsh.shell.document.InterfaceXml;
import dev.vsh.shell.output.Output;

import java.util.List;
import java.util.stream.IntStream;

/** {@code domif-setlink}. */
final class DomifSetlinkVerb implements Verb {
    private static final List<String> STATES = List.of("up", "down");
    private static final Option.Text STATE =
            Option.Text.required("state", "new state of the device", (_, _) -> STATES);
    private static final Option.Flag CONFIG = new Option.Flag("config", "affect next boot");
    private static final Option.Flag PRINT_XML =
            new Option.Flag(
                    "print-xml", "print XML document rather than set the interface link state");

    private final DomainArgument domain;
    private final InterfaceArgument nic;
    private final Output output;

    DomifSetlinkVerb(DomainArgument domain, Output output) {
        this.domain = domain;
        this.nic = new InterfaceArgument(domain, "interface device (MAC Address)");
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        return new CommandDefinition(
                "domif-setlink",
                CommandGroup.DOMAIN,
                "set link state of a virtual interface",
                "Set link state of a domain's virtual interface.",
                List.of(domain.option(), nic.option(), STATE, CONFIG, PRINT_XML),
                this::run);
    }

    private void run(Invocation invocation) {
        String name = nic.of(invocation);
        String state = invocation.required(STATE);
        if (!STATES.contains(state)) {
            throw new CommandException("invalid link state '" + state + "'");
        }
        Domain found = domain.of(invocation);
        XmlView document =
                invocation.has(CONFIG) || !found.isActive() ? XmlView.INACTIVE : XmlView.LIVE;
        String element = element(found, name, document);
        if (invocation.has(PRINT_XML)) {
            output.print(InterfaceLink.set(element, state) + "\n");
            return;
        }
        CommandException.attempt(
                "Failed to update interface link state",
                () -> found.setInterfaceLink(name, state.equals("up"), document));
        output.message("Device updated successfully");
    }

    private static String element(Domain domain, String name, XmlView document) {
        DomainXml xml = new DomainXml(domain.xml(document));
        List<InterfaceXml> all = xml.interfaces();
        return IntStream.range(0, all.size())
                .filter(index -> all.get(index).isCalled(name))
                .mapToObj(xml.select("/domain/devices/interface")::get)
                .findFirst()
                .orElseThrow(() -> new CommandException("interface '" + name + "' not found"));
    }
}
