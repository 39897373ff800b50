package dev.vsh.shell.verb;

import dev.vsh.machine.MachineDevice;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.NearestName;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.command.ValueCompleter;
import dev.vsh.shell.output.Answer;
import dev.vsh.shell.output.Column;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.output.Shown;
import dev.vsh.shell.output.Table;
import dev.vsh.shell.session.HypervisorConnection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code nodedev-list}. */
final class NodedevListVerb implements Verb {
    /** Those of the devices that a container can be given, and of the machine. */
    private static final List<String> KINDS = List.of("net", "storage", "system", "usb_device");

    /** The others of virsh, of which nothing is shown. */
    private static final Set<String> OTHERS =
            Set.of(
                    "pci",
                    "usb",
                    "scsi_host",
                    "scsi_target",
                    "scsi",
                    "fc_host",
                    "vports",
                    "scsi_generic",
                    "drm",
                    "mdev_types",
                    "mdev",
                    "ccw",
                    "css",
                    "vdpa",
                    "ap_card",
                    "ap_queue",
                    "ap_matrix",
                    "vpd");

    private static final Option.Text CAPABILITY =
            Option.Text.optional(
                    "cap", "capability names, separated by comma", ValueCompleter.list(KINDS));
    private static final Option.Flag INACTIVE =
            new Option.Flag("inactive", "list inactive devices");
    private static final Option.Flag ALL = new Option.Flag("all", "list inactive & active devices");
    private static final Option.Flag TREE = new Option.Flag("tree", "list devices in a tree");

    private final HypervisorConnection hypervisor;
    private final Output output;

    NodedevListVerb(HypervisorConnection hypervisor, Output output) {
        this.hypervisor = hypervisor;
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        return new Report(output)
                .command(
                        "nodedev-list",
                        CommandGroup.DEVICE,
                        "enumerate devices on this host",
                        "",
                        List.of(TREE, CAPABILITY, INACTIVE, ALL),
                        this::answer);
    }

    /** What is plugged in is active; nothing else is known. */
    private Answer answer(Invocation invocation) {
        Optional<List<String>> kinds =
                invocation.value(CAPABILITY).map(text -> List.of(text.split(",", -1)));
        kinds.ifPresent(NodedevListVerb::requireKnown);
        if (invocation.has(TREE) && (kinds.isPresent() || invocation.has(INACTIVE))) {
            throw new CommandException("Option --tree is incompatible with --cap and --inactive");
        }
        List<Column> columns =
                List.of(
                        Column.of("Name", "name"),
                        Column.of("Capability", "capability"),
                        Column.of("Path", "path"));
        Table table = new Table(columns);
        List<String> names = new ArrayList<>();
        for (MachineDevice device : hypervisor.get().machine().devices()) {
            String kind = device.kind().word();
            boolean wanted = kinds.map(each -> each.contains(kind)).orElse(true);
            if (wanted && (invocation.has(ALL) || !invocation.has(INACTIVE))) {
                table.addRow(List.of(device.name(), kind, device.path()));
                names.add(device.name());
            }
        }
        return new Shown(invocation.has(TREE) ? tree(names) : lines(names), table.data());
    }

    private static String lines(List<String> names) {
        return names.stream().map(name -> name + "\n").collect(Collectors.joining());
    }

    /** In virsh's layout: all that is not the machine is part of it. */
    private static String tree(List<String> names) {
        String parts =
                names.stream()
                        .filter(name -> !name.equals(MachineDevice.WHOLE))
                        .map(name -> "  +- " + name + "\n")
                        .collect(Collectors.joining());
        return MachineDevice.WHOLE + "\n" + (parts.isEmpty() ? "" : "  |\n" + parts) + "    \n";
    }

    private static void requireKnown(List<String> kinds) {
        for (String kind : kinds) {
            if (!KINDS.contains(kind) && !OTHERS.contains(kind)) {
                throw new CommandException(
                        "Invalid capability type '%s', only %s and others of virsh%s"
                                .formatted(
                                        kind,
                                        String.join(", ", KINDS),
                                        NearestName.advice(kind, KINDS)));
            }
        }
    }
}
