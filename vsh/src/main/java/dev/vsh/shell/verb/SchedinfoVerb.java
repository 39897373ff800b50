package dev.vsh.shell.verb;

import dev.vsh.domain.CpuTuning;
import dev.vsh.driver.Domain;
import dev.vsh.driver.XmlView;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.NearestName;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.output.Answer;
import dev.vsh.shell.output.Cell;
import dev.vsh.shell.output.Datum;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.output.Properties;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code schedinfo}. */
final class SchedinfoVerb implements Verb {
    private static final String SHARES = "cpu_shares";
    private static final String PERIOD = "vcpu_period";
    private static final String QUOTA = "vcpu_quota";
    private static final List<String> NAMES = List.of(SHARES, PERIOD, QUOTA);

    private static final String SCHEDULER = "posix";
    private static final Option.Words SET =
            new Option.Words(
                    "set",
                    "parameter=value",
                    (_, _) -> List.of(SHARES + "=", PERIOD + "=", QUOTA + "="));

    private final DomainArgument domain;
    private final Output output;

    SchedinfoVerb(DomainArgument domain, Output output) {
        this.domain = domain;
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        List<Option> options = new ArrayList<>(List.of(domain.option()));
        options.addAll(DocumentScope.OPTIONS);
        for (String name : List.of("weight", "cap")) {
            options.add(Option.Refused.named(name, "it is for Xen, try --set cpu_shares=..."));
        }
        options.add(SET);
        return new Report(output)
                .command(
                        "schedinfo",
                        CommandGroup.DOMAIN,
                        "show/set scheduler parameters",
                        "Show/Set scheduler parameters.",
                        options,
                        this::answer);
    }

    private Answer answer(Invocation invocation) {
        Domain found = domain.of(invocation);
        Set<XmlView> documents = DocumentScope.of(invocation, found);
        // As virsh: what fails now has said so much.
        output.remark("Scheduler      : " + SCHEDULER, Report.format(invocation));
        List<String> settings = invocation.words(SET);
        if (!settings.isEmpty()) {
            requireNamesOnce(settings);
            found.change(
                    documents, base -> base.withCpuTuning(changed(base.cpuTuning(), settings)));
        }
        return show(found.definition(shown(invocation, found, documents)).cpuTuning());
    }

    /** What was written to both is read of the one that runs. */
    private static XmlView shown(Invocation invocation, Domain domain, Set<XmlView> documents) {
        return documents.size() > 1 && invocation.has(SET)
                ? XmlView.LIVE
                : DocumentScope.one(invocation, domain);
    }

    private static void requireNamesOnce(List<String> settings) {
        Set<String> seen = new HashSet<>();
        for (String setting : settings) {
            if (!setting.contains("=")) {
                throw new CommandException("Invalid syntax for --set, expecting name=value");
            }
            String name = setting.substring(0, setting.indexOf('='));
            requireKnown(name);
            if (!seen.add(name)) {
                throw new CommandException(
                        "invalid argument: parameter '" + name + "' occurs multiple times");
            }
        }
    }

    private static CpuTuning changed(CpuTuning base, List<String> settings) {
        CpuTuning changed = base;
        for (String setting : settings) {
            changed = changed(changed, setting);
        }
        return changed;
    }

    private static CpuTuning changed(CpuTuning base, String setting) {
        int equals = setting.indexOf('=');
        String name = setting.substring(0, equals);
        Optional<Long> value = Optional.of(number(setting, setting.substring(equals + 1)));
        return switch (name) {
            case SHARES ->
                    new CpuTuning(value, base.periodMicros(), base.quotaMicros(), base.others());
            case PERIOD -> new CpuTuning(base.shares(), value, base.quotaMicros(), base.others());
            default -> new CpuTuning(base.shares(), base.periodMicros(), value, base.others());
        };
    }

    private static void requireKnown(String name) {
        if (!NAMES.contains(name)) {
            throw new CommandException(
                    "invalid scheduler option: %s, expecting one of: %s%s"
                            .formatted(
                                    name,
                                    String.join(", ", NAMES),
                                    NearestName.advice(name, NAMES)));
        }
    }

    private static long number(String setting, String value) {
        if (!value.matches("-?[0-9]{1,18}")) {
            throw new CommandException("invalid value of scheduler option: " + setting);
        }
        return Long.parseLong(value);
    }

    /** 0 is what nothing has been said about: the kernel's own. */
    private static Answer show(CpuTuning tuning) {
        return Properties.withColons()
                .hide("scheduler", Datum.of(SCHEDULER))
                .add(SHARES, "cpuShares", Cell.of(tuning.shares().orElse(0L)))
                .add(PERIOD, "vcpuPeriodMicroseconds", Cell.of(tuning.periodMicros().orElse(0L)))
                .add(QUOTA, "vcpuQuotaMicroseconds", Cell.of(tuning.quotaMicros().orElse(0L)));
    }
}
