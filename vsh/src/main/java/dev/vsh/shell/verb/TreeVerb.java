package dev.vsh.shell.verb;

import dev.vsh.domain.DomainDefinition;
import dev.vsh.driver.Domain;
import dev.vsh.driver.XmlView;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.look.HostTies;
import dev.vsh.shell.look.Outline;
import dev.vsh.shell.output.CellText;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.session.HypervisorConnection;

import java.util.List;

/** {@code tree}. */
final class TreeVerb implements Verb {
    private static final Option.Flag ALL =
            new Option.Flag("all", "of domains that do not run, too, as they are defined");

    private final HypervisorConnection hypervisor;
    private final Output output;

    TreeVerb(HypervisorConnection hypervisor, Output output) {
        this.hypervisor = hypervisor;
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        return new CommandDefinition(
                "tree",
                CommandGroup.MONITOR,
                "show what ties domains together",
                "Show the networks that running domains are plugged into, the folders and images"
                        + " that\n"
                        + "several of them have, and the namespaces that they share.",
                List.of(ALL),
                this::run);
    }

    private void run(Invocation invocation) {
        List<DomainDefinition> domains =
                hypervisor.get().listAllDomains().stream()
                        .filter(domain -> invocation.has(ALL) || domain.isActive())
                        .map(TreeVerb::definition)
                        .toList();
        List<Outline<String>> trees = new HostTies(domains).trees();
        if (trees.isEmpty()) {
            output.message("Nothing ties domains together");
        }
        for (Outline<String> tree : trees) {
            tree.lines().forEach(line -> output.printLine(line.text(TreeVerb::safe)));
        }
    }

    private static DomainDefinition definition(Domain domain) {
        return domain.definition(XmlView.LIVE);
    }

    private static String safe(String text) {
        return CellText.of(text).text();
    }
}
