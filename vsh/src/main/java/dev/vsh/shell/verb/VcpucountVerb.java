package dev.vsh.shell.verb;

import dev.vsh.domain.Vcpu;
import dev.vsh.driver.Domain;
import dev.vsh.driver.XmlView;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.output.Answer;
import dev.vsh.shell.output.Cell;
import dev.vsh.shell.output.Columns;
import dev.vsh.shell.output.DataName;
import dev.vsh.shell.output.Datum;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.output.Properties;
import dev.vsh.shell.output.Shown;

import java.util.List;
import java.util.stream.Stream;

/** {@code vcpucount}. */
final class VcpucountVerb implements Verb {
    private static final Option.Flag MAXIMUM =
            new Option.Flag("maximum", "get maximum count of vcpus");
    private static final Option.Flag ACTIVE =
            new Option.Flag("active", "get number of currently active vcpus");
    private static final Option.Flag LIVE =
            new Option.Flag("live", "get value from running domain");
    private static final Option.Flag CONFIG =
            new Option.Flag("config", "get value to be used on next boot");
    private static final Option.Flag CURRENT =
            new Option.Flag("current", "get value according to current domain state");
    private static final Option.Refused GUEST =
            Option.Refused.flag("guest", "no agent runs in a container");

    private final DomainArgument domain;
    private final Output output;

    VcpucountVerb(DomainArgument domain, Output output) {
        this.domain = domain;
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        return new Report(output)
                .command(
                        "vcpucount",
                        CommandGroup.DOMAIN,
                        "domain vcpu counts",
                        "Returns the number of virtual CPUs used by the domain.",
                        List.of(domain.option(), MAXIMUM, ACTIVE, LIVE, CONFIG, CURRENT, GUEST),
                        this::answer);
    }

    private Answer answer(Invocation invocation) {
        invocation.refuseTogether(MAXIMUM, ACTIVE);
        invocation.refuseTogether(LIVE, CONFIG);
        if (invocation.has(MAXIMUM) || invocation.has(ACTIVE)) {
            // Else --current is an old name for --active, as scripts have it.
            invocation.refuseTogether(CURRENT, LIVE);
            invocation.refuseTogether(CURRENT, CONFIG);
        }
        Domain found = domain.of(invocation);
        if (Stream.of(MAXIMUM, ACTIVE, LIVE, CONFIG, CURRENT).anyMatch(invocation::has)) {
            int count = count(found, view(invocation, found), invocation.has(MAXIMUM));
            return Shown.of("" + count, Datum.fields(Datum.field("count", count)));
        }
        Properties answer = Properties.inWords();
        add(answer, found, "maximum", true);
        add(answer, found, "current", false);
        return answer;
    }

    private static XmlView view(Invocation invocation, Domain domain) {
        boolean live = invocation.has(LIVE) || (!invocation.has(CONFIG) && domain.isActive());
        if (live && !domain.isActive()) {
            throw new CommandException("Requested operation is not valid: domain is not running");
        }
        return live ? XmlView.LIVE : XmlView.INACTIVE;
    }

    private static void add(Properties answer, Domain domain, String what, boolean maximum) {
        if (domain.isPersistent()) {
            add(answer, what, "config", count(domain, XmlView.INACTIVE, maximum));
        }
        if (domain.isActive()) {
            add(answer, what, "live", count(domain, XmlView.LIVE, maximum));
        }
    }

    private static void add(Properties answer, String what, String scope, int count) {
        String label = Columns.pad(what, 12) + " " + Columns.pad(scope, 12);
        answer.add(
                label,
                DataName.of(what + " " + scope),
                new Cell("%3d".formatted(count), Datum.of(count)));
    }

    private static int count(Domain domain, XmlView view, boolean maximum) {
        Vcpu vcpu = domain.definition(view).vcpu();
        return maximum ? vcpu.maximum() : vcpu.current().orElse(vcpu.maximum());
    }
}
