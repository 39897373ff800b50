package dev.vsh.shell.verb;

import dev.vsh.domain.ByteSize;
import dev.vsh.machine.Machine;
import dev.vsh.machine.MemoryCell;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.output.Answer;
import dev.vsh.shell.output.Datum;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.output.Shown;
import dev.vsh.shell.session.HypervisorConnection;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** {@code freecell}. */
final class FreecellVerb implements Verb {
    private static final Option.Text CELL =
            Option.Text.optionalNumber("cellno", "NUMA cell number");
    private static final Option.Flag ALL =
            new Option.Flag("all", "show free memory for all NUMA cells");

    private final HypervisorConnection hypervisor;
    private final Output output;

    FreecellVerb(HypervisorConnection hypervisor, Output output) {
        this.hypervisor = hypervisor;
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        return new Report(output)
                .command(
                        "freecell",
                        CommandGroup.HOST,
                        "NUMA free memory",
                        "display available free memory for the NUMA cell.",
                        List.of(CELL, ALL),
                        this::answer);
    }

    private Answer answer(Invocation invocation) {
        invocation.refuseTogether(ALL, CELL);
        Machine machine = hypervisor.get().machine();
        OptionalInt number = WholeNumber.of(invocation, CELL);
        if (invocation.has(ALL)) {
            return all(machine.cells());
        }
        if (number.isPresent()) {
            ByteSize free = MemoryCells.named(machine, number.getAsInt()).free();
            return one(Integer.toString(number.getAsInt()), free);
        }
        return one("Total", machine.memory().free());
    }

    private static Answer one(String label, ByteSize free) {
        return Shown.of(
                label + ": " + free.toKibibytes() + " KiB",
                Datum.fields(Datum.field("freeBytes", free.bytes())));
    }

    private static Answer all(List<MemoryCell> cells) {
        StringBuilder text = new StringBuilder();
        List<Datum> data = new ArrayList<>();
        long total = 0;
        for (MemoryCell cell : cells) {
            total += cell.free().bytes();
            text.append("%5d: %10d KiB\n".formatted(cell.id(), cell.free().toKibibytes()));
            data.add(
                    Datum.fields(
                            Datum.field("cell", cell.id()),
                            Datum.field("freeBytes", cell.free().bytes())));
        }
        text.append("-".repeat(20)).append('\n');
        text.append("%5s: %10d KiB\n".formatted("Total", new ByteSize(total).toKibibytes()));
        return new Shown(text.toString(), new Datum.Items(data));
    }
}
