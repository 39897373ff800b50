package dev.vsh.shell.verb;

import dev.vsh.domain.ByteSize;
import dev.vsh.machine.MachineMemory;
import dev.vsh.machine.MemoryCell;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.output.Answer;
import dev.vsh.shell.output.Cell;
import dev.vsh.shell.output.Datum;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.output.Properties;
import dev.vsh.shell.session.HypervisorConnection;

import java.util.List;
import java.util.OptionalInt;

/** {@code nodememstats}. */
final class NodememstatsVerb implements Verb {
    private static final Option.Text CELL =
            Option.Text.optionalNumber("cell", "prints specified cell statistics only.");

    private final HypervisorConnection hypervisor;
    private final Output output;

    NodememstatsVerb(HypervisorConnection hypervisor, Output output) {
        this.hypervisor = hypervisor;
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        return new Report(output)
                .command(
                        "nodememstats",
                        CommandGroup.HOST,
                        "Prints memory stats of the node.",
                        "Returns memory stats of the node, in kilobytes.",
                        List.of(CELL),
                        this::answer);
    }

    private Answer answer(Invocation invocation) {
        OptionalInt number = WholeNumber.of(invocation, CELL);
        Properties answer = Properties.withColons(7);
        if (number.isPresent()) {
            MemoryCell cell = MemoryCells.named(hypervisor.get().machine(), number.getAsInt());
            add(answer, "total", cell.total());
            add(answer, "free", cell.free());
            return answer;
        }
        MachineMemory memory = hypervisor.get().machine().memory();
        add(answer, "total", memory.total());
        add(answer, "free", memory.free());
        add(answer, "buffers", memory.buffers());
        add(answer, "cached", memory.cached());
        return answer;
    }

    private static void add(Properties answer, String name, ByteSize size) {
        String text = "%20d KiB".formatted(size.toKibibytes());
        answer.add(name, name + "Bytes", new Cell(text, Datum.of(size.bytes())));
    }
}
