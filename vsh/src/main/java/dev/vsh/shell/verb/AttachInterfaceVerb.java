package dev.vsh.shell.verb;

import dev.vsh.domain.Bandwidth;
import dev.vsh.domain.DeviceAction;
import dev.vsh.driver.Domain;
import dev.vsh.driver.DomainDocument;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.command.ValueCompleter;
import dev.vsh.shell.document.InterfaceText;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.session.HypervisorConnection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code attach-interface}. */
final class AttachInterfaceVerb implements Verb {
    private static final List<String> TYPES = List.of("network", "bridge", "direct");
    private static final List<String> MODES = List.of("vepa", "bridge", "private", "passthrough");
    private static final Option.Text TYPE =
            Option.Text.required("type", "network interface type", (_, _) -> TYPES);
    private static final Option.Text TARGET = text("target", "target network name");
    private static final Option.Text MAC = text("mac", "MAC address");
    private static final Option.Text SCRIPT =
            text("script", "script used to bridge network interface");
    private static final Option.Text MODEL = text("model", "model type");
    private static final Option.Text ALIAS = text("alias", "custom alias name of interface device");
    private static final Option.Text INBOUND =
            text("inbound", "control domain's incoming traffics");
    private static final Option.Text OUTBOUND =
            text("outbound", "control domain's outgoing traffics");
    private static final Option.Flag PRINT_XML =
            new Option.Flag("print-xml", "print XML document rather than attach the interface");
    private static final Option.Refused MANAGED =
            Option.Refused.flag("managed", "a container is given no PCI device");
    private static final Option.Text SOURCE_MODE =
            Option.Text.optional(
                    "source-mode", "mode attribute of <source/> element", (_, _) -> MODES);

    private final DomainArgument domain;
    private final Option.Text source;
    private final Output output;

    AttachInterfaceVerb(DomainArgument domain, HypervisorConnection hypervisor, Output output) {
        this.domain = domain;
        this.source =
                Option.Text.required(
                        "source",
                        "source of network interface",
                        (soFar, _) -> sources(hypervisor, soFar));
        this.output = output;
    }

    /** What the host calls its bridges and devices, its user knows. */
    private static List<String> sources(HypervisorConnection hypervisor, Invocation soFar) {
        return soFar.has(TYPE) && soFar.required(TYPE).equals("network")
                ? NetworkArgument.allNames(hypervisor)
                : List.of();
    }

    private static Option.Text text(String name, String help) {
        return Option.Text.optional(name, help, ValueCompleter.NOTHING);
    }

    @Override
    public CommandDefinition definition() {
        List<Option> options =
                new ArrayList<>(
                        List.of(
                                domain.option(),
                                TYPE,
                                source,
                                TARGET,
                                MAC,
                                SCRIPT,
                                MODEL,
                                ALIAS,
                                INBOUND,
                                OUTBOUND));
        options.addAll(DocumentScope.WITH_PERSISTENT);
        options.addAll(List.of(PRINT_XML, MANAGED, SOURCE_MODE));
        return new CommandDefinition(
                "attach-interface",
                CommandGroup.DOMAIN,
                "attach network interface",
                "Attach new network interface.",
                options,
                this::run);
    }

    private void run(Invocation invocation) {
        String xml = xml(invocation);
        if (invocation.has(PRINT_XML)) {
            output.print(xml);
            return;
        }
        Domain found = domain.of(invocation);
        CommandException.attempt(
                "Failed to attach interface",
                () ->
                        found.changeDevice(
                                DeviceAction.ATTACH,
                                DomainDocument.of(xml, "(interface)"),
                                DocumentScope.of(invocation, found)));
        output.message("Interface attached successfully");
    }

    private String xml(Invocation invocation) {
        String type = invocation.required(TYPE);
        if (!TYPES.contains(type)) {
            throw new CommandException("No support for " + type + " in command 'attach-interface'");
        }
        InterfaceText text = new InterfaceText(type);
        text.source(invocation.required(source), invocation.value(SOURCE_MODE));
        text.child("target", "dev", invocation.value(TARGET));
        text.child("mac", "address", invocation.value(MAC));
        text.child("script", "path", invocation.value(SCRIPT));
        text.child("model", "type", invocation.value(MODEL));
        text.child("alias", "name", invocation.value(ALIAS));
        text.bandwidth(rate(invocation, INBOUND), rate(invocation, OUTBOUND));
        return text.xml();
    }

    private static Optional<Bandwidth.Rate> rate(Invocation invocation, Option.Text option) {
        return invocation.value(option).map(text -> RateArgument.parse(option.name(), text));
    }
}
