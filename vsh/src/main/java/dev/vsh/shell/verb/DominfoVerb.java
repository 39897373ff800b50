package dev.vsh.shell.verb;

import dev.vsh.domain.DomainStatus;
import dev.vsh.domain.ShutOffReason;
import dev.vsh.driver.Domain;
import dev.vsh.driver.DomainInfo;
import dev.vsh.driver.LimitsView;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.output.Columns;
import dev.vsh.shell.output.Output;

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
        return new CommandDefinition(
                "dominfo",
                CommandGroup.MONITOR,
                "domain information",
                "Returns basic information about the domain.",
                List.of(domain.option()),
                this::run);
    }

    private void run(Invocation invocation) {
        Domain found = domain.of(invocation);
        DomainInfo info = found.info();
        print("Id:", IdText.of(found.id()));
        print("Name:", found.name());
        print("UUID:", found.uuid().toString());
        print("OS Type:", info.osType());
        print("State:", found.status().state());
        print("CPU(s):", Integer.toString(info.vcpus()));
        info.cpuTime().ifPresent(time -> print("CPU time:", seconds(time)));
        print("Max memory:", info.maxMemory().toKibibytes() + " KiB");
        print("Used memory:", info.memoryUsed().toKibibytes() + " KiB");
        print("Persistent:", found.isPersistent() ? "yes" : "no");
        print("Autostart:", found.isAutostart() ? "enable" : "disable");
        print("Managed save:", "no");
        if (found.status() instanceof DomainStatus.ShutOff(ShutOffReason _, var end)) {
            end.ifPresent(how -> print("Init:", how.text()));
        }
        info.limitsView().ifPresent(view -> print("Limits view:", text(view)));
    }

    private static String text(LimitsView view) {
        return switch (view) {
            case LXCFS -> "lxcfs";
            case HELPER -> "helper";
            case HOST -> "host";
        };
    }

    private void print(String name, String value) {
        output.printLine(Columns.property(name, value));
    }

    /** Rounded to tenths: {@code 1.2s}. */
    private static String seconds(Duration time) {
        long tenths = (time.toMillis() + 50) / 100;
        return tenths / 10 + "." + tenths % 10 + "s";
    }
}
