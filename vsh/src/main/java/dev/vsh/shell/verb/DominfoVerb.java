package dev.vsh.shell.verb;

import dev.vsh.domain.DomainStatus;
import dev.vsh.driver.Domain;
import dev.vsh.driver.DomainInfo;
import dev.vsh.driver.LimitsView;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.output.Answer;
import dev.vsh.shell.output.Cell;
import dev.vsh.shell.output.Datum;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.output.Properties;

import java.time.Duration;
import java.util.List;

/** {@code dominfo}. */
final class DominfoVerb implements Verb {
    private final DomainArgument domain;
    private final Output output;

    DominfoVerb(DomainArgument domain, Output output) {
        this.domain = domain;
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        return new Report(output)
                .command(
                        "dominfo",
                        CommandGroup.MONITOR,
                        "domain information",
                        "Returns basic information about the domain.",
                        List.of(domain.option()),
                        this::answer);
    }

    private Answer answer(Invocation invocation) {
        Domain found = domain.of(invocation);
        DomainInfo info = found.info();
        DomainStatus status = found.status();
        Properties answer =
                Properties.inColumns(15)
                        .add("Id:", "id", Cell.of(found.id()))
                        .add("Name:", "name", found.name())
                        .add("UUID:", "uuid", found.uuid().toString())
                        .add("OS Type:", "osType", info.osType())
                        .add("State:", "state", status.state())
                        .hide("reason", Datum.of(status.reasonText()))
                        .add("CPU(s):", "cpus", Cell.of(info.vcpus()));
        info.cpuTime().ifPresent(time -> answer.add("CPU time:", "cpuTimeNanoseconds", cell(time)));
        answer.add("Max memory:", "maxMemoryBytes", SizeText.kibibytes(info.maxMemory()))
                .add("Used memory:", "usedMemoryBytes", SizeText.kibibytes(info.memoryUsed()))
                .add("Persistent:", "persistent", Cell.yesNo(found.isPersistent()))
                .add("Autostart:", "autostart", autostart(found.isAutostart()))
                .add("Managed save:", "managedSave", Cell.yesNo(false));
        status.init()
                .ifPresent(
                        end ->
                                answer.add("Init:", "init", end.text())
                                        .hide("initStatus", Datum.of(end.status())));
        info.limitsView().ifPresent(view -> answer.add("Limits view:", "limitsView", text(view)));
        return answer;
    }

    private static Cell autostart(boolean on) {
        return new Cell(on ? "enable" : "disable", Datum.of(on));
    }

    private static Cell cell(Duration time) {
        return new Cell(seconds(time), Datum.of(time.toNanos()));
    }

    private static String text(LimitsView view) {
        return switch (view) {
            case LXCFS -> "lxcfs";
            case HELPER -> "helper";
            case HOST -> "host";
        };
    }

    /** Rounded to tenths: {@code 1.2s}. */
    private static String seconds(Duration time) {
        long tenths = (time.toMillis() + 50) / 100;
        return tenths / 10 + "." + tenths % 10 + "s";
    }
}
