package dev.vsh.shell.verb;

import dev.vsh.domain.NetworkInterface;
import dev.vsh.driver.Domain;
import dev.vsh.driver.XmlView;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.NearestName;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.output.Answer;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.output.Shown;
import dev.vsh.shell.session.HypervisorConnection;

import java.util.List;
import java.util.Optional;

/** {@code domhostname}. */
final class DomhostnameVerb implements Verb {
    private static final List<String> SOURCES = List.of("agent", "lease");
    private static final Option.Text SOURCE =
            Option.Text.optional(
                    "source",
                    "'agent', which is the container itself, or 'lease'",
                    (_, _) -> SOURCES);

    private final DomainArgument domain;
    private final HypervisorConnection hypervisor;
    private final Output output;

    DomhostnameVerb(DomainArgument domain, HypervisorConnection hypervisor, Output output) {
        this.hypervisor = hypervisor;
        this.domain = domain;
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        return new Report(output)
                .command(
                        "domhostname",
                        CommandGroup.DOMAIN,
                        "print the domain's hostname",
                        "",
                        List.of(domain.option(), SOURCE),
                        this::answer);
    }

    private Answer answer(Invocation invocation) {
        Domain found = domain.of(invocation);
        boolean lease = source(invocation).equals("lease");
        String name = (lease ? leased(found) : own(found)).orElseThrow(() -> unknown(found));
        return Shown.word("hostname", name);
    }

    private static String source(Invocation invocation) {
        String source = invocation.value(SOURCE).orElse("agent");
        if (!SOURCES.contains(source)) {
            throw new CommandException(
                    "Unknown data source '" + source + "'" + NearestName.advice(source, SOURCES));
        }
        return source;
    }

    private static Optional<String> own(Domain domain) {
        return new GuestQuestion(domain).ask("uname", "-n");
    }

    /** The name that one of its interfaces is known by in its network. */
    private Optional<String> leased(Domain domain) {
        List<String> macs =
                domain.definition(XmlView.LIVE).devices().interfaces().stream()
                        .map(NetworkInterface::mac)
                        .toList();
        return hypervisor.get().networks().all().stream()
                .flatMap(network -> network.dhcpLeases().stream())
                .filter(lease -> lease.mac().filter(macs::contains).isPresent())
                .flatMap(lease -> lease.hostname().stream())
                .findFirst();
    }

    private static CommandException unknown(Domain domain) {
        return new CommandException("no hostname found for domain '" + domain.name() + "'");
    }
}
