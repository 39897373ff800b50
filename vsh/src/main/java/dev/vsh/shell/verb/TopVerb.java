package dev.vsh.shell.verb;

import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.NearestName;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.command.ValueCompleter;
import dev.vsh.shell.console.LocalTerminal;
import dev.vsh.shell.look.Amounts;
import dev.vsh.shell.look.TopScreen;
import dev.vsh.shell.look.UsageMonitor;
import dev.vsh.shell.look.UsageOrder;
import dev.vsh.shell.look.UsageRow;
import dev.vsh.shell.output.Answer;
import dev.vsh.shell.output.Cell;
import dev.vsh.shell.output.Column;
import dev.vsh.shell.output.Datum;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.output.OutputFormat;
import dev.vsh.shell.output.Table;
import dev.vsh.shell.session.HypervisorConnection;
import dev.vsh.shell.session.Terminals;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** {@code top}. */
final class TopVerb implements Verb {
    private static final Option.Text COUNT =
            Option.Text.optionalNumber(
                    "count",
                    "how many tables to print; without it a live picture on a terminal, else one");
    private static final Option.Text INTERVAL =
            Option.Text.optionalNumber("interval", "seconds between two looks, 2 if omitted");
    private static final Option.Text SORT =
            Option.Text.optional(
                    "sort",
                    "what comes first: cpu, memory, pids, block, traffic or name",
                    orders());

    private static final List<Column> COLUMNS =
            List.of(
                    Column.of("Name", "name"),
                    Column.of("CPU", "cpuPercent"),
                    Column.of("Memory", "memoryBytes"),
                    Column.of("Limit", "limitBytes"),
                    Column.of("PIDs", "pids"),
                    Column.of("Block/s", "blockBytesPerSecond"),
                    Column.of("Net/s", "networkBytesPerSecond"));

    private final HypervisorConnection hypervisor;
    private final Terminals terminals;
    private final Output output;

    TopVerb(HypervisorConnection hypervisor, Terminals terminals, Output output) {
        this.hypervisor = hypervisor;
        this.terminals = terminals;
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        return new CommandDefinition(
                "top",
                CommandGroup.MONITOR,
                "watch what running domains use",
                "Show processor, memory, processes and throughput of every running container, again"
                        + " and\n"
                        + "again: on a terminal until q is pressed, else as a table after one"
                        + " interval.",
                List.of(COUNT, INTERVAL, SORT, Report.FORMAT),
                this::run);
    }

    private void run(Invocation invocation) {
        Duration interval = Seconds.of(invocation, INTERVAL).orElse(Duration.ofSeconds(2));
        OptionalInt count = count(invocation);
        UsageOrder order = invocation.value(SORT).map(TopVerb::order).orElse(UsageOrder.CPU);
        UsageMonitor monitor = new UsageMonitor(hypervisor::get);
        Optional<OutputFormat> format = Report.format(invocation);
        if (terminals.canDraw() && format.isEmpty() && count.isEmpty()) {
            hypervisor.get();
            try (LocalTerminal terminal = terminals.openRaw()) {
                new TopScreen(terminal, monitor, output, interval, order).show();
            }
        } else {
            monitor.look();
            for (int i = 0; i < count.orElse(1); i++) {
                terminals.interruptKey().interruptible(() -> pause(interval));
                output.show(table(order.sorted(monitor.look())), format);
                output.results().flush();
            }
        }
    }

    private static Answer table(List<UsageRow> rows) {
        Table table = new Table(COLUMNS);
        for (UsageRow row : rows) {
            table.addCells(
                    List.of(
                            Cell.of(row.name()),
                            new Cell(
                                    Amounts.percent(row.cpu()),
                                    Datum.of(Math.round(row.cpu() * 100))),
                            new Cell(Amounts.bytes(row.memory()), Datum.of(row.memory())),
                            new Cell(Amounts.limit(row.limit()), Datum.of(row.limit())),
                            Cell.of(row.processes()),
                            rate(row.blockRate()),
                            rate(row.networkRate())));
        }
        return table;
    }

    private static Cell rate(double bytes) {
        return new Cell(Amounts.bytes(bytes), Datum.of(Math.round(bytes)));
    }

    private static boolean pause(Duration interval) {
        try {
            Thread.sleep(interval);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException("interrupted between two looks", e);
        }
    }

    private static OptionalInt count(Invocation invocation) {
        Optional<String> text = invocation.value(COUNT);
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        if (!text.get().matches("[1-9][0-9]{0,8}")) {
            throw WholeNumber.malformed(COUNT.name(), text.get());
        }
        return OptionalInt.of(Integer.parseInt(text.get()));
    }

    private static ValueCompleter orders() {
        return (_, _) -> words();
    }

    private static List<String> words() {
        return Arrays.stream(UsageOrder.values()).map(UsageOrder::word).toList();
    }

    private static UsageOrder order(String word) {
        return UsageOrder.of(word)
                .orElseThrow(
                        () ->
                                new CommandException(
                                        "cannot sort by '"
                                                + word
                                                + "': choose cpu, memory, pids, block, traffic or"
                                                + " name"
                                                + NearestName.advice(word, words())));
    }
}
