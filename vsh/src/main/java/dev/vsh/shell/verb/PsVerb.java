package dev.vsh.shell.verb;

import dev.vsh.driver.ContainerProcess;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.look.Outline;
import dev.vsh.shell.look.ProcessForest;
import dev.vsh.shell.output.Answer;
import dev.vsh.shell.output.Cell;
import dev.vsh.shell.output.Datum;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.output.Table;

import java.util.List;

/** {@code ps}. */
final class PsVerb implements Verb {
    private final DomainArgument domain;
    private final Output output;

    PsVerb(DomainArgument domain, Output output) {
        this.domain = domain;
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        return new Report(output)
                .command(
                        "ps",
                        CommandGroup.MONITOR,
                        "show the processes of a domain",
                        "Show every process in a running container below its parent, with its"
                                + " number on the\n"
                                + "host and in the container, and its user there.",
                        List.of(domain.option()),
                        this::answer);
    }

    private Answer answer(Invocation invocation) {
        Table table = new Table("Host PID", "PID", "User", "Command");
        List<ContainerProcess> processes = domain.of(invocation).processes();
        for (Outline<ContainerProcess> tree : new ProcessForest(processes).trees()) {
            for (Outline.Line<ContainerProcess> line : tree.lines()) {
                ContainerProcess process = line.item();
                table.addCells(
                        List.of(
                                Cell.of(process.hostPid()),
                                Cell.of(process.pid()),
                                Cell.of(process.user()),
                                // Programs have the numbers of the parents to see the branches by.
                                new Cell(
                                        line.text(ContainerProcess::command),
                                        Datum.of(process.command()))));
            }
        }
        return table;
    }
}
