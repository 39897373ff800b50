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
import dev.vsh.shell.output.Answer;
import dev.vsh.shell.output.CellText;
import dev.vsh.shell.output.Datum;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.output.Shown;
import dev.vsh.shell.session.HypervisorConnection;

import java.util.List;

/** {@code tree}. */
final class TreeVerb implements Verb {
    private static final Option.Flag ALL =
            new Option.Flag("all", "of domains that do not run, too, as they are defined");

    private static final String NOTHING = "Nothing ties domains together\n";

    private final HypervisorConnection hypervisor;
    private final Output output;

    TreeVerb(HypervisorConnection hypervisor, Output output) {
        this.hypervisor = hypervisor;
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        return new Report(output)
                .command(
                        "tree",
                        CommandGroup.MONITOR,
                        "show what ties domains together",
                        "Show the networks that running domains are plugged into, the folders and"
                                + " images that\n"
                                + "several of them have, and the namespaces that they share.",
                        List.of(ALL),
                        this::answer);
    }

    private Answer answer(Invocation invocation) {
        List<DomainDefinition> domains =
                hypervisor.get().listAllDomains().stream()
                        .filter(domain -> invocation.has(ALL) || domain.isActive())
                        .map(TreeVerb::definition)
                        .toList();
        List<Outline<String>> trees = new HostTies(domains).trees();
        StringBuilder text = new StringBuilder(trees.isEmpty() ? NOTHING : "");
        for (Outline<String> tree : trees) {
            tree.lines().forEach(line -> text.append(line.text(TreeVerb::safe)).append('\n'));
        }
        return new Shown(text.toString(), data(trees));
    }

    private static Datum data(List<Outline<String>> trees) {
        return new Datum.Items(
                trees.stream()
                        .map(
                                tree ->
                                        Datum.fields(
                                                Datum.field("name", tree.item()),
                                                Datum.field("below", data(tree.children()))))
                        .toList());
    }

    private static DomainDefinition definition(Domain domain) {
        return domain.definition(XmlView.LIVE);
    }

    private static String safe(String text) {
        return CellText.of(text).text();
    }
}
