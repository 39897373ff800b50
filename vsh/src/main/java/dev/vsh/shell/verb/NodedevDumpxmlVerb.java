package dev.vsh.shell.verb;

import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.document.DeviceText;
import dev.vsh.shell.output.Answer;
import dev.vsh.shell.output.Output;

import java.util.List;

/** {@code nodedev-dumpxml}. */
final class NodedevDumpxmlVerb implements Verb {

    private final DeviceArgument device;
    private final Output output;

    NodedevDumpxmlVerb(DeviceArgument device, Output output) {
        this.device = device;
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        return new Report(output)
                .command(
                        "nodedev-dumpxml",
                        CommandGroup.DEVICE,
                        "node device details in XML",
                        "Output the node device details as an XML dump to stdout.",
                        List.of(device.option(), DocumentOutput.XPATH, DocumentOutput.WRAP),
                        this::answer);
    }

    private Answer answer(Invocation invocation) {
        return DocumentOutput.answer(new DeviceText(device.of(invocation)).xml(), invocation);
    }
}
