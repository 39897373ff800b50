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
import dev.vsh.shell.output.Output;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** {@code detach-device-alias}. */
final class DetachDeviceAliasVerb implements Verb {
    private final DomainArgument domain;
    private final Option.Text alias;
    private final Output output;

    DetachDeviceAliasVerb(DomainArgument domain, Output output) {
        this.domain = domain;
        this.alias =
                Option.Text.required(
                        "alias",
                        "device alias",
                        (soFar, _) -> new DeviceNames(domain).aliases(soFar));
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        List<Option> options = new ArrayList<>(List.of(domain.option(), alias));
        options.addAll(DocumentScope.OPTIONS);
        return new CommandDefinition(
                "detach-device-alias",
                CommandGroup.DOMAIN,
                "detach device from an alias",
                "Detach device identified by the given alias from a domain",
                options,
                this::run);
    }

    private void run(Invocation invocation) {
        Domain found = domain.of(invocation);
        String alias = invocation.required(this.alias);
        Set<XmlView> documents = DocumentScope.of(invocation, found);
        XmlView first = documents.contains(XmlView.LIVE) ? XmlView.LIVE : XmlView.INACTIVE;
        String device =
                new DomainXml(found.xml(first))
                        .device(alias)
                        .orElseThrow(
                                () ->
                                        new CommandException(
                                                "device not found: no device found with alias "
                                                        + alias));
        CommandException.attempt(
                "Failed to detach device with alias " + alias,
                () ->
                        found.changeDevice(
                                DeviceAction.DETACH,
                                DomainDocument.of(device, "(device)"),
                                documents));
        output.message("Device detached successfully");
    }
}
