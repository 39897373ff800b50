package dev.vsh.shell.verb;

import dev.vsh.domain.ByteSize;
import dev.vsh.machine.Machine;
import dev.vsh.machine.MemoryCell;
import dev.vsh.machine.MemoryCell.PagePool;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandException;
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
import java.util.Optional;

/** {@code freepages}. */
final class FreepagesVerb implements Verb {
    private static final Option.Text CELL =
            Option.Text.optionalNumber("cellno", "NUMA cell number");
    private static final Option.Text SIZE =
            Option.Text.optionalNumber("pagesize", "page size (in kibibytes)");
    private static final Option.Flag ALL =
            new Option.Flag("all", "show free pages for all NUMA cells");

    private final HypervisorConnection hypervisor;
    private final Output output;

    FreepagesVerb(HypervisorConnection hypervisor, Output output) {
        this.hypervisor = hypervisor;
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        return new Report(output)
                .command(
                        "freepages",
                        CommandGroup.HOST,
                        "NUMA free pages",
                        "display available free pages for the NUMA cell.",
                        List.of(CELL, SIZE, ALL),
                        this::answer);
    }

    private Answer answer(Invocation invocation) {
        invocation.refuseTogether(ALL, CELL);
        Machine machine = hypervisor.get().machine();
        Optional<ByteSize> size =
                invocation.value(SIZE).map(text -> SizeText.parse(SIZE.name(), text));
        List<MemoryCell> cells =
                invocation.has(ALL)
                        ? machine.cells()
                        : List.of(MemoryCells.named(machine, cell(invocation)));
        StringBuilder text = new StringBuilder();
        List<Datum> data = new ArrayList<>();
        for (MemoryCell cell : cells) {
            text.append(invocation.has(ALL) ? "Node " + cell.id() + ":\n" : "");
            cell.pools().stream()
                    .filter(pool -> size.map(pool.size()::equals).orElse(true))
                    .forEach(pool -> add(text, data, cell, pool));
            text.append(invocation.has(ALL) ? "\n" : "");
        }
        return new Shown(text.toString(), new Datum.Items(data));
    }

    private static int cell(Invocation invocation) {
        return WholeNumber.of(invocation, CELL)
                .orElseThrow(() -> new CommandException("missing cellno argument"));
    }

    private static void add(StringBuilder text, List<Datum> data, MemoryCell cell, PagePool pool) {
        text.append("%dKiB: %d\n".formatted(pool.size().toKibibytes(), pool.free()));
        data.add(
                Datum.fields(
                        Datum.field("cell", cell.id()),
                        Datum.field("pageBytes", pool.size().bytes()),
                        Datum.field("total", pool.total()),
                        Datum.field("free", pool.free())));
    }
}
