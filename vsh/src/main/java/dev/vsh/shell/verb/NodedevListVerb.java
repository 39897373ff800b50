package dev.vsh.shell.verb;

import dev.vsh.machine.MachineDevice;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.output.Answer;
import dev.vsh.shell.output.Column;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.output.Shown;
import dev.vsh.shell.output.Table;
import dev.vsh.shell.session.HypervisorConnection;

import java.util.List;
import java.util.Optional;

/** {@code nodedev-list}. */
final class NodedevListVerb implements Verb {
    private static final List<String> KINDS = List.of("net", "storage", "usb_device");
    private static final Option.Text CAPABILITY =
            Option.Text.optional("cap", "capability names, separated by comma", (_, _) -> KINDS);
    private static final Option.Flag INACTIVE =
            new Option.Flag("inactive", "list inactive devices");
    private static final Option.Flag ALL = new Option.Flag("all", "list inactive & active devices");
    private static final Option.Refused TREE =
            new Option.Refused("tree", false, "lsusb(8) and lsblk(8) show trees");

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
                        List.of(CAPABILITY, INACTIVE, ALL, TREE),
                        this::answer);
    }

    /** What is plugged in is active; nothing else is known. */
    private Answer answer(Invocation invocation) {
        Optional<List<String>> kinds =
                invocation.value(CAPABILITY).map(text -> List.of(text.split(",", -1)));
        kinds.ifPresent(NodedevListVerb::requireKnown);
        List<Column> columns =
                List.of(
                        Column.of("Name", "name"),
                        Column.of("Capability", "capability"),
                        Column.of("Path", "path"));
        Table table = new Table(columns);
        StringBuilder names = new StringBuilder();
        for (MachineDevice device : hypervisor.get().machine().devices()) {
            String kind = device.kind().word();
            boolean wanted = kinds.map(each -> each.contains(kind)).orElse(true);
            if (wanted && (invocation.has(ALL) || !invocation.has(INACTIVE))) {
                table.addRow(List.of(device.name(), kind, device.path()));
                names.append(device.name()).append('\n');
            }
        }
        return new Shown(names.toString(), table.data());
    }

    private static void requireKnown(List<String> kinds) {
        for (String kind : kinds) {
            if (!KINDS.contains(kind)) {
                throw new CommandException(
                        "no device can be listed by capability '%s', only by %s"
                                .formatted(kind, String.join(", ", KINDS)));
            }
        }
    }
}
