package dev.vsh.shell.verb;

import dev.vsh.domain.DeviceAction;
import dev.vsh.driver.Domain;
import dev.vsh.driver.DomainDocument;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.command.ValueCompleter;
import dev.vsh.shell.document.DiskText;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.session.WorkingDirectory;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code attach-disk}. */
final class AttachDiskVerb implements Verb {
    private static final String READONLY = "readonly";
    private static final List<String> SOURCE_TYPES = List.of("block", "file");
    private static final Option.Text TARGET =
            Option.Text.required("target", "target of disk device", ValueCompleter.NOTHING);
    private static final Option.Text DRIVER = named("driver", "driver of disk device: loop");
    private static final Option.Text FORMAT = named("subdriver", "format of the file: raw");
    private static final Option.Text TYPE = named("type", "target device type");
    private static final Option.Text MODE =
            Option.Text.optional(
                    "mode", "mode of device reading and writing", (_, _) -> List.of(READONLY));
    private static final Option.Text SOURCE_TYPE =
            Option.Text.optional(
                    "sourcetype", "type of source: block or file", (_, _) -> SOURCE_TYPES);
    private static final Option.Flag PRINT_XML =
            new Option.Flag("print-xml", "print XML document rather than attach the disk");
    private static final String NO_BUS = "a container's disk is a device node and is on no bus";
    private static final String NO_NETWORK = "a container's disk is a file or a device of the host";
    private static final String NO_ALIAS = "attach-device takes a document that has one";
    private static final String NO_EMULATION = "the host's kernel serves a container's disk itself";

    private final DomainArgument domain;
    private final WorkingDirectory directory;
    private final Option.Text source;
    private final Output output;

    /**
     * @param files completes paths
     */
    AttachDiskVerb(
            DomainArgument domain,
            WorkingDirectory directory,
            ValueCompleter files,
            Output output) {
        this.domain = domain;
        this.directory = directory;
        this.source = Option.Text.required("source", "source of disk device", files);
        this.output = output;
    }

    private static Option.Text named(String name, String help) {
        return Option.Text.optional(name, help, ValueCompleter.NOTHING);
    }

    @Override
    public CommandDefinition definition() {
        List<Option> options = new ArrayList<>(inVirshsOrder());
        options.add(PRINT_XML);
        options.addAll(DocumentScope.WITH_PERSISTENT);
        options.add(Option.Refused.flag("rawio", NO_EMULATION));
        options.add(Option.Refused.flag("multifunction", NO_BUS));
        return new CommandDefinition(
                "attach-disk",
                CommandGroup.DOMAIN,
                "attach disk device",
                "Attach new disk device.",
                options,
                this::run);
    }

    /** Values that stand alone are told apart by their order. */
    private List<Option> inVirshsOrder() {
        return List.of(
                domain.option(),
                source,
                TARGET,
                Option.Refused.text("targetbus", NO_BUS),
                DRIVER,
                FORMAT,
                Option.Refused.text("iothread", NO_EMULATION),
                Option.Refused.text("cache", NO_EMULATION),
                Option.Refused.text("io", NO_EMULATION),
                TYPE,
                MODE,
                SOURCE_TYPE,
                Option.Refused.text("serial", NO_EMULATION),
                Option.Refused.text("wwn", NO_EMULATION),
                Option.Refused.text("alias", NO_ALIAS),
                Option.Refused.text("address", NO_BUS),
                Option.Refused.text("source-protocol", NO_NETWORK),
                Option.Refused.text("source-host-name", NO_NETWORK),
                Option.Refused.text("source-host-transport", NO_NETWORK),
                Option.Refused.text("source-host-socket", NO_NETWORK));
    }

    private void run(Invocation invocation) {
        String xml = text(invocation).xml();
        if (invocation.has(PRINT_XML)) {
            output.print(xml);
            return;
        }
        Domain found = domain.of(invocation);
        CommandException.attempt(
                "Failed to attach disk",
                () ->
                        found.changeDevice(
                                DeviceAction.ATTACH,
                                DomainDocument.of(xml, "(disk)"),
                                DocumentScope.of(invocation, found)));
        output.message("Disk attached successfully");
    }

    private DiskText text(Invocation invocation) {
        Path path = directory.resolve(invocation.required(source));
        return new DiskText(
                isBlock(invocation.value(SOURCE_TYPE), path),
                invocation.value(TYPE),
                invocation.value(DRIVER),
                invocation.value(FORMAT),
                path.toString(),
                invocation.required(TARGET),
                isReadonly(invocation.value(MODE)));
    }

    /** What nobody says is looked up. */
    private static boolean isBlock(Optional<String> type, Path path) {
        if (type.filter(word -> !SOURCE_TYPES.contains(word)).isPresent()) {
            throw new CommandException("Unknown source type: '" + type.get() + "'");
        }
        return type.map("block"::equals)
                .orElseGet(() -> Files.exists(path) && !Files.isRegularFile(path));
    }

    private static boolean isReadonly(Optional<String> mode) {
        if (mode.filter(word -> !word.equals(READONLY)).isPresent()) {
            throw new CommandException(
                    "No support for " + mode.get() + " in command 'attach-disk'");
        }
        return mode.isPresent();
    }
}
