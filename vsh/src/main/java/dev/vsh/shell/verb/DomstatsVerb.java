package dev.vsh.shell.verb;

import dev.vsh.driver.Domain;
import dev.vsh.driver.DriverException;
import dev.vsh.driver.ErrorCode;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.output.Answer;
import dev.vsh.shell.output.Datum;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.output.Shown;
import dev.vsh.shell.session.DomainKey;
import dev.vsh.shell.session.DomainLookup;
import dev.vsh.shell.session.HypervisorConnection;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** {@code domstats}. */
final class DomstatsVerb implements Verb {
    private static final Option.Words DOMAINS =
            new Option.Words("domain", "list of domains to get stats for");

    private final HypervisorConnection hypervisor;
    private final Output output;

    DomstatsVerb(HypervisorConnection hypervisor, Output output) {
        this.hypervisor = hypervisor;
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        List<Option> options = new ArrayList<>();
        for (StatisticsGroup group : StatisticsGroup.values()) {
            options.add(group.option());
        }
        options.addAll(StatisticsOptions.NEVER_THERE);
        options.addAll(StatisticsOptions.FILTERS);
        options.addAll(StatisticsOptions.MANNERS);
        options.add(DOMAINS);
        return new Report(output)
                .command(
                        "domstats",
                        CommandGroup.MONITOR,
                        "get statistics about one or multiple domains",
                        "Gets statistics about one or more (or all) domains",
                        options,
                        this::answer);
    }

    private Answer answer(Invocation invocation) {
        EnumSet<StatisticsGroup> groups = EnumSet.noneOf(StatisticsGroup.class);
        for (StatisticsGroup group : StatisticsGroup.values()) {
            if (invocation.has(group.option())) {
                groups.add(group);
            }
        }
        StatisticsOptions.requirePossible(invocation);
        if (groups.isEmpty() && StatisticsOptions.NEVER_THERE.stream().noneMatch(invocation::has)) {
            groups.addAll(EnumSet.allOf(StatisticsGroup.class));
        }
        StringBuilder text = new StringBuilder();
        List<Datum> data = new ArrayList<>();
        for (Domain domain : domains(invocation)) {
            List<String> lines = lines(domain, groups);
            text.append(text.isEmpty() ? "" : "\n")
                    .append("Domain: '")
                    .append(domain.name())
                    .append("'\n");
            lines.forEach(line -> text.append("  ").append(line).append('\n'));
            data.add(data(domain, lines));
        }
        return new Shown(text.toString(), new Datum.Items(data));
    }

    private List<Domain> domains(Invocation invocation) {
        List<String> names = invocation.words(DOMAINS);
        List<Domain> all = names.isEmpty() ? hypervisor.get().listAllDomains() : find(names);
        return all.stream().filter(domain -> StatisticsOptions.wants(invocation, domain)).toList();
    }

    private List<Domain> find(List<String> names) {
        DomainLookup lookup = new DomainLookup(hypervisor);
        return names.stream()
                .map(name -> lookup.find(name, EnumSet.allOf(DomainKey.class)))
                .toList();
    }

    /** One that ends meanwhile has nothing to tell any more. */
    private static List<String> lines(Domain domain, EnumSet<StatisticsGroup> groups) {
        List<String> lines = new ArrayList<>();
        try {
            groups.forEach(group -> lines.addAll(group.lines(domain)));
        } catch (DriverException e) {
            if (e.code() != ErrorCode.NO_DOMAIN && e.code() != ErrorCode.OPERATION_INVALID) {
                throw e;
            }
        }
        return lines;
    }

    private static Datum data(Domain domain, List<String> lines) {
        List<Datum.Field> fields = new ArrayList<>();
        for (String line : lines) {
            int equals = line.indexOf('=');
            String value = line.substring(equals + 1);
            String key = line.substring(0, equals);
            fields.add(
                    Datum.field(
                            key,
                            key.endsWith(".name")
                                    ? Datum.of(value)
                                    : Datum.of(Long.parseLong(value))));
        }
        return Datum.fields(
                Datum.field("name", domain.name()),
                Datum.field("statistics", new Datum.Fields(fields)));
    }
}
