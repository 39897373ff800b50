package dev.vsh.shell.verb;

import dev.vsh.machine.ProcessorTime;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.output.Answer;
import dev.vsh.shell.output.Cell;
import dev.vsh.shell.output.Datum;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.output.Properties;
import dev.vsh.shell.session.HypervisorConnection;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/** {@code nodecpustats}. */
final class NodecpustatsVerb implements Verb {
    private static final Duration SAMPLE = Duration.ofSeconds(1);
    private static final Option.Text CPU =
            Option.Text.optionalNumber("cpu", "prints specified cpu statistics only.");
    private static final Option.Flag PERCENT =
            new Option.Flag("percent", "prints by percentage during 1 second.");

    private final HypervisorConnection hypervisor;
    private final Output output;

    NodecpustatsVerb(HypervisorConnection hypervisor, Output output) {
        this.hypervisor = hypervisor;
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        return new Report(output)
                .command(
                        "nodecpustats",
                        CommandGroup.HOST,
                        "Prints cpu stats of the node.",
                        "Returns cpu stats of the node, in nanoseconds.",
                        List.of(CPU, PERCENT),
                        this::answer);
    }

    private Answer answer(Invocation invocation) {
        OptionalInt cpu = WholeNumber.of(invocation, CPU);
        ProcessorTime now = time(cpu);
        if (!invocation.has(PERCENT)) {
            Properties answer = Properties.inColumns(15);
            add(answer, "user", now.user());
            add(answer, "system", now.system());
            add(answer, "idle", now.idle());
            add(answer, "iowait", now.waiting());
            return answer;
        }
        pause();
        return percent(time(cpu).since(now));
    }

    private ProcessorTime time(OptionalInt cpu) {
        try {
            return hypervisor.get().machine().time(cpu);
        } catch (IllegalArgumentException e) {
            throw new CommandException("Unable to get node cpu stats: " + e.getMessage(), e);
        }
    }

    private static void add(Properties answer, String name, Duration time) {
        long nanos = time.toNanos();
        answer.add(
                name + ":",
                name + "Nanoseconds",
                new Cell("%20d".formatted(nanos), Datum.of(nanos)));
    }

    private static Answer percent(ProcessorTime spent) {
        double all = Math.max(1, spent.total().toNanos());
        double busy = spent.user().plus(spent.system()).toNanos();
        return Properties.inColumns(15)
                .add("usage:", "usagePercent", cell(100 * busy / all))
                .add("user:", "userPercent", cell(100 * spent.user().toNanos() / all))
                .add("system:", "systemPercent", cell(100 * spent.system().toNanos() / all))
                .add("idle:", "idlePercent", cell(100 * spent.idle().toNanos() / all))
                .add("iowait:", "iowaitPercent", cell(100 * spent.waiting().toNanos() / all));
    }

    /** Programs get whole percents. */
    private static Cell cell(double percent) {
        return new Cell("%5.1f%%".formatted(percent), Datum.of(Math.round(percent)));
    }

    private static void pause() {
        try {
            Thread.sleep(SAMPLE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException("interrupted while the processors were watched", e);
        }
    }
}
