package dev.vsh.shell.verb;

import dev.vsh.domain.DomainDefinition;
import dev.vsh.domain.NumaTuning;
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
import dev.vsh.shell.session.HypervisorConnection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code numatune}. */
final class NumatuneVerb implements Verb {
    /** By the numbers of virDomainNumatuneMemMode, which virsh takes as well. */
    private static final List<String> MODES =
            List.of("strict", "preferred", "interleave", "restrictive");

    private static final Option.Text MODE =
            Option.Text.optional(
                    "mode",
                    "NUMA mode, one of strict, preferred, interleave and restrictive",
                    (_, _) -> MODES);

    private final DomainArgument domain;
    private final Option.Text nodeset;
    private final HypervisorConnection hypervisor;
    private final Output output;

    NumatuneVerb(DomainArgument domain, HypervisorConnection hypervisor, Output output) {
        this.domain = domain;
        this.nodeset =
                Option.Text.optional("nodeset", "NUMA node selections to set", (_, _) -> nodes());
        this.hypervisor = hypervisor;
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        return new Report(output)
                .command(
                        "numatune",
                        CommandGroup.DOMAIN,
                        "Get or set numa parameters",
                        "Get or set the current numa parameters for a guest domain.",
                        options(),
                        this::answer);
    }

    private List<Option> options() {
        List<Option> options = new ArrayList<>(List.of(domain.option(), MODE, nodeset));
        options.addAll(DocumentScope.OPTIONS);
        return options;
    }

    private List<String> nodes() {
        List<String> each =
                hypervisor.get().machine().cells().stream().map(cell -> "" + cell.id()).toList();
        return each.size() == 1
                ? each
                : List.of(each.stream().collect(Collectors.joining(",")), each.getFirst());
    }

    private Answer answer(Invocation invocation) {
        Domain found = domain.of(invocation);
        Optional<String> mode = invocation.value(MODE).map(NumatuneVerb::mode);
        Optional<String> nodes = invocation.value(nodeset);
        if (mode.isEmpty() && nodes.isEmpty()) {
            XmlView view =
                    DocumentScope.one(
                            invocation, found, "Unable to get number of memory parameters");
            return show(found.definition(view).numaTuning());
        }
        CommandException.attempt(
                "Unable to change numa parameters",
                () ->
                        found.change(
                                DocumentScope.of(invocation, found),
                                base -> changed(base, mode, nodes)));
        return Answer.NOTHING;
    }

    private static String mode(String word) {
        if (word.matches("[0-3]")) {
            return MODES.get(Integer.parseInt(word));
        }
        if (!MODES.contains(word)) {
            throw new CommandException("Invalid mode: " + word + NearestName.advice(word, MODES));
        }
        return word;
    }

    /** Whoever names nodes means them, and no others that something else would choose. */
    private static DomainDefinition changed(
            DomainDefinition base, Optional<String> mode, Optional<String> nodes) {
        Optional<NumaTuning> before = base.numaTuning();
        return base.withNumaTuning(
                new NumaTuning(
                        mode.or(() -> before.map(NumaTuning::mode)).orElse("strict"),
                        nodes.or(() -> before.flatMap(NumaTuning::nodeset)),
                        nodes.isPresent()
                                ? Optional.of("static")
                                : before.flatMap(NumaTuning::placement),
                        before.map(NumaTuning::others).orElse(List.of())));
    }

    private static Answer show(Optional<NumaTuning> tuning) {
        Optional<String> nodes = tuning.flatMap(NumaTuning::nodeset);
        return Properties.withColons()
                .add("numa_mode", "mode", tuning.map(NumaTuning::mode).orElse("strict"))
                .add("numa_nodeset", "nodeset", new Cell(nodes.orElse(""), Datum.of(nodes)));
    }
}
