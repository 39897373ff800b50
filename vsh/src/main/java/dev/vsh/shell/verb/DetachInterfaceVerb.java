package dev.vsh.shell.verb;

import dev.vsh.domain.DeviceAction;
import dev.vsh.driver.Domain;
import dev.vsh.driver.DomainDocument;
import dev.vsh.driver.XmlView;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.document.DomainXml;
import dev.vsh.shell.document.InterfaceXml;
import dev.vsh.shell.output.Output;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** {@code detach-interface}. */
final class DetachInterfaceVerb implements Verb {
    private static final String FAILED = "Failed to detach interface";
    private static final Option.Text TYPE =
            Option.Text.required(
                    "type",
                    "network interface type",
                    (_, _) -> List.of("network", "bridge", "ethernet", "direct"));
    private static final Option.Flag PRINT_XML =
            new Option.Flag("print-xml", "print XML document rather than detach the interface");

    private final DomainArgument domain;
    private final Option.Text mac;
    private final Output output;

    DetachInterfaceVerb(DomainArgument domain, Output output) {
        this.domain = domain;
        this.mac = Option.Text.optional("mac", "MAC address", InterfaceArgument.addresses(domain));
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        List<Option> options = new ArrayList<>(List.of(domain.option(), TYPE, mac));
        options.addAll(DocumentScope.WITH_PERSISTENT);
        options.add(PRINT_XML);
        return new CommandDefinition(
                "detach-interface",
                CommandGroup.DOMAIN,
                "detach network interface",
                "Detach network interface.",
                options,
                this::run);
    }

    private void run(Invocation invocation) {
        Domain found = domain.of(invocation);
        Set<XmlView> documents = DocumentScope.of(invocation, found);
        XmlView first = documents.contains(XmlView.LIVE) ? XmlView.LIVE : XmlView.INACTIVE;
        String xml =
                matching(
                        new DomainXml(found.xml(first)),
                        invocation.required(TYPE),
                        invocation.value(mac));
        if (invocation.has(PRINT_XML)) {
            output.print(xml.stripTrailing() + "\n");
            return;
        }
        CommandException.attempt(
                FAILED,
                () ->
                        found.changeDevice(
                                DeviceAction.DETACH,
                                DomainDocument.of(xml, "(interface)"),
                                documents));
        output.message("Interface detached successfully");
    }

    private static String matching(DomainXml document, String type, Optional<String> mac) {
        List<InterfaceXml> all = document.interfaces();
        List<String> elements = document.select("/domain/devices/interface");
        List<String> found =
                IntStream.range(0, all.size())
                        .filter(i -> all.get(i).type().equals(type))
                        .filter(i -> mac.map(all.get(i)::isCalled).orElse(true))
                        .mapToObj(elements::get)
                        .toList();
        if (found.size() == 1) {
            return found.getFirst();
        }
        if (found.isEmpty()) {
            throw failed(
                    mac.filter(_ -> all.stream().anyMatch(each -> each.type().equals(type)))
                            .map(
                                    address ->
                                            "No interface with MAC address "
                                                    + address
                                                    + " was found")
                            .orElse("No interface found whose type is " + type));
        }
        throw failed(
                "Domain has "
                        + found.size()
                        + " interfaces. Please specify which one to detach using --mac");
    }

    /** virsh says why first, and then what. */
    private static CommandException failed(String reason) {
        return CommandException.because(reason, FAILED);
    }
}
