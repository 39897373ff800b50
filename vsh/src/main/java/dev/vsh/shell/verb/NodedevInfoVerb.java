package dev.vsh.shell.verb;

import dev.vsh.machine.MachineDevice;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.output.Answer;
import dev.vsh.shell.output.Cell;
import dev.vsh.shell.output.Datum;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.output.Properties;

import java.util.List;

/** {@code nodedev-info}. */
final class NodedevInfoVerb implements Verb {

    private final DeviceArgument device;
    private final Output output;

    NodedevInfoVerb(DeviceArgument device, Output output) {
        this.device = device;
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        return new Report(output)
                .command(
                        "nodedev-info",
                        CommandGroup.DEVICE,
                        "node device information",
                        "Returns basic information about the node device",
                        List.of(device.option()),
                        this::answer);
    }

    private Answer answer(Invocation invocation) {
        MachineDevice found = device.of(invocation);
        return Properties.inColumns(15)
                .add("Name:", "name", found.name())
                .add(
                        "Parent:",
                        "parent",
                        new Cell(found.parent().orElse(""), Datum.of(found.parent())))
                .add("Active:", "active", Cell.yesNo(true))
                .add("Persistent:", "persistent", Cell.yesNo(true))
                .add("Autostart:", "autostart", new Cell("no autostart", Datum.of(false)));
    }
}
