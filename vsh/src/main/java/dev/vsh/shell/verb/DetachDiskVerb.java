package dev.vsh.shell.verb;

import dev.vsh.domain.DeviceAction;
import dev.vsh.domain.Disk;
import dev.vsh.driver.Domain;
import dev.vsh.driver.DomainDocument;
import dev.vsh.driver.XmlView;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.output.Output;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code detach-disk}. */
final class DetachDiskVerb implements Verb {
    private static final Option.Flag PRINT_XML =
            new Option.Flag("print-xml", "print XML document rather than detach the disk");

    private final DomainArgument domain;
    private final Option.Text target;
    private final Output output;

    DetachDiskVerb(DomainArgument domain, Output output) {
        this.domain = domain;
        this.target =
                Option.Text.required(
                        "target",
                        "target of disk device",
                        (soFar, _) -> new DeviceNames(domain).diskTargets(soFar));
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        List<Option> options = new ArrayList<>(List.of(domain.option(), target));
        options.addAll(DocumentScope.WITH_PERSISTENT);
        options.add(PRINT_XML);
        return new CommandDefinition(
                "detach-disk",
                CommandGroup.DOMAIN,
                "detach disk device",
                "Detach disk device.",
                options,
                this::run);
    }

    private void run(Invocation invocation) {
        Domain found = domain.of(invocation);
        Set<XmlView> documents = DocumentScope.of(invocation, found);
        XmlView first = documents.contains(XmlView.LIVE) ? XmlView.LIVE : XmlView.INACTIVE;
        String name = invocation.required(target);
        String xml =
                found.definition(first).devices().disks().stream()
                        .filter(
                                disk ->
                                        disk.target().equals(name)
                                                || disk.source().equals(Optional.of(name)))
                        .findFirst()
                        .map(Disk::xml)
                        .orElseThrow(
                                () ->
                                        new CommandException(
                                                "No disk found whose source path or target is "
                                                        + name));
        if (invocation.has(PRINT_XML)) {
            output.print(xml.stripTrailing() + "\n");
            return;
        }
        CommandException.attempt(
                "Failed to detach disk",
                () ->
                        found.changeDevice(
                                DeviceAction.DETACH, DomainDocument.of(xml, "(disk)"), documents));
        output.message("Disk detached successfully");
    }
}
