package dev.vsh.shell.verb;

import dev.vsh.domain.DeviceAction;
import dev.vsh.driver.Domain;
import dev.vsh.driver.DomainDocument;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.output.WaitingLine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** {@code attach-device}, {@code detach-device}, {@code update-device}. */
final class DeviceVerb implements Verb {
    private static final Option.Flag FORCE =
            new Option.Flag("force", "force device update (makes no difference)");

    private final DeviceAction action;
    private final DomainArgument domain;
    private final DocumentArgument file;
    private final Output output;

    /**
     * @param file of a device
     */
    DeviceVerb(DeviceAction action, DomainArgument domain, DocumentArgument file, Output output) {
        this.action = action;
        this.domain = domain;
        this.file = file;
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        List<Option> options = new ArrayList<>(List.of(domain.option(), file.option()));
        options.addAll(DocumentScope.WITH_PERSISTENT);
        if (action == DeviceAction.UPDATE) {
            options.add(FORCE);
        }
        return new CommandDefinition(
                word() + "-device",
                CommandGroup.DOMAIN,
                switch (action) {
                    case ATTACH, DETACH -> word() + " device from an XML file";
                    case UPDATE -> "update device from an XML file";
                },
                switch (action) {
                    case ATTACH -> "Attach device from an XML <file>.";
                    case DETACH -> "Detach device from an XML <file>";
                    case UPDATE -> "Update device from an XML <file>.";
                },
                options,
                this::run);
    }

    private String word() {
        return action.name().toLowerCase(Locale.ROOT);
    }

    private void run(Invocation invocation) {
        DomainDocument document = file.of(invocation);
        Domain found = domain.of(invocation);
        try (WaitingLine _ = output.waiting(word() + " of a device of '" + found.name() + "'")) {
            CommandException.attempt(
                    "Failed to " + word() + " device from " + document.origin(),
                    () ->
                            found.changeDevice(
                                    action, document, DocumentScope.of(invocation, found)));
        }
        output.message(
                switch (action) {
                    case ATTACH -> "Device attached successfully";
                    case DETACH -> "Device detached successfully";
                    case UPDATE -> "Device updated successfully";
                });
    }
}
