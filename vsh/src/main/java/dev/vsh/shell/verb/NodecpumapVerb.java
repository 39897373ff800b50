package dev.vsh.shell.verb;

import dev.vsh.machine.Processors;
import dev.vsh.machine.Processors.Processor;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.output.Answer;
import dev.vsh.shell.output.Cell;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.output.Properties;
import dev.vsh.shell.session.HypervisorConnection;

import java.util.List;

/** {@code nodecpumap}. */
final class NodecpumapVerb implements Verb {
    private static final Option.Flag PRETTY =
            new Option.Flag("pretty", "return human readable output");

    private final HypervisorConnection hypervisor;
    private final Output output;

    NodecpumapVerb(HypervisorConnection hypervisor, Output output) {
        this.hypervisor = hypervisor;
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        return new Report(output)
                .command(
                        "nodecpumap",
                        CommandGroup.HOST,
                        "node cpu map",
                        "Displays the node's total number of CPUs, the number of online CPUs and"
                                + " the list of online CPUs.",
                        List.of(PRETTY),
                        this::answer);
    }

    private Answer answer(Invocation invocation) {
        Processors processors = hypervisor.get().machine().processors();
        List<Integer> online = processors.each().stream().map(Processor::id).toList();
        String map =
                invocation.has(PRETTY)
                        ? ProcessorMap.pretty(online)
                        : ProcessorMap.letters(online, processors.present());
        return Properties.inColumns(15)
                .add("CPUs present:", "present", Cell.of(processors.present()))
                .add("CPUs online:", "online", Cell.of(online.size()))
                .add("CPU map:", "map", new Cell(map, ProcessorMap.data(online)));
    }
}
