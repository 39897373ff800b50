package dev.vsh.shell.verb;

import dev.vsh.domain.ResourceUsage.Processor;
import dev.vsh.driver.Domain;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.output.Answer;
import dev.vsh.shell.output.Datum;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.output.Shown;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** {@code cpu-stats}. */
final class CpuStatsVerb implements Verb {
    private static final Option.Flag TOTAL = new Option.Flag("total", "Show total statistics only");
    private static final Option.Text START =
            Option.Text.optionalNumber("start", "Show statistics from this CPU");
    private static final Option.Text COUNT =
            Option.Text.optionalNumber("count", "Number of shown CPUs at most; all by default");

    private final DomainArgument domain;
    private final Output output;

    CpuStatsVerb(DomainArgument domain, Output output) {
        this.domain = domain;
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        return new Report(output)
                .command(
                        "cpu-stats",
                        CommandGroup.DOMAIN,
                        "show domain cpu statistics",
                        "Display per-CPU and total statistics about the domain's CPUs",
                        List.of(domain.option(), TOTAL, START, COUNT),
                        this::answer);
    }

    private Answer answer(Invocation invocation) {
        boolean ranged = invocation.has(START) || invocation.has(COUNT);
        Domain found = domain.of(invocation);
        Processor usage =
                CommandException.attemptToGet(
                        "Failed to retrieve CPU statistics for domain '"
                                + domain.typed(invocation)
                                + "'",
                        () -> found.usage().processor());
        StringBuilder text = new StringBuilder();
        List<Datum.Field> fields = new ArrayList<>();
        if (ranged || !invocation.has(TOTAL)) {
            fields.add(Datum.field("cpus", addEach(text, usage.each(), invocation)));
        }
        if (invocation.has(TOTAL) || !ranged) {
            text.append("Total:\n")
                    .append(line("cpu_time", usage.total()))
                    .append(line("user_time", usage.user()))
                    .append(line("system_time", usage.system()));
            fields.add(Datum.field("cpuTimeNanoseconds", usage.total().toNanos()));
            fields.add(Datum.field("userTimeNanoseconds", usage.user().toNanos()));
            fields.add(Datum.field("systemTimeNanoseconds", usage.system().toNanos()));
        }
        return new Shown(text.toString(), new Datum.Fields(fields));
    }

    private static Datum addEach(StringBuilder text, List<Duration> each, Invocation invocation) {
        List<Datum> data = new ArrayList<>();
        int start = start(each, invocation);
        int end =
                Math.min(
                                each.size() - start,
                                number(invocation, COUNT, "number of CPUs to show")
                                        .orElse(each.size()))
                        + start;
        for (int cpu = start; cpu < end; cpu++) {
            text.append("CPU").append(cpu).append(":\n").append(line("cpu_time", each.get(cpu)));
            data.add(
                    Datum.fields(
                            Datum.field("cpu", cpu),
                            Datum.field("cpuTimeNanoseconds", each.get(cpu).toNanos())));
        }
        return new Datum.Items(data);
    }

    private static int start(List<Duration> each, Invocation invocation) {
        int start = number(invocation, START, "start CPU").orElse(0);
        if (each.isEmpty() && invocation.has(START)) {
            throw new CommandException(
                    "cgroup v2 counts no time by CPU; --total shows what it counts");
        }
        if (start > 0 && start >= each.size()) {
            throw new CommandException(
                    "Start CPU "
                            + start
                            + " is out of range (min: 0, max: "
                            + (each.size() - 1)
                            + ")");
        }
        return start;
    }

    private static OptionalInt number(Invocation invocation, Option.Text option, String what) {
        if (invocation.value(option).filter(text -> text.matches("-[0-9]{1,9}")).isPresent()) {
            throw new CommandException("Invalid value for " + what);
        }
        return WholeNumber.of(invocation, option);
    }

    private static String line(String field, Duration time) {
        return "\t%-12s %9d.%09d seconds\n".formatted(field, time.toSeconds(), time.toNanosPart());
    }
}
