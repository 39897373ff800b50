package dev.vsh.shell.verb;

import dev.vsh.domain.NumaTuning;
import dev.vsh.driver.Domain;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.output.Answer;
import dev.vsh.shell.output.Cell;
import dev.vsh.shell.output.Datum;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.output.Properties;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code numatune}. */
final class NumatuneVerb implements Verb {
    private static final Option.Refused MODE =
            new Option.Refused("mode", true, "edit changes <numatune>, for the next start");
    private static final Option.Refused NODESET =
            new Option.Refused("nodeset", true, "edit changes <numatune>, for the next start");

    private final DomainArgument domain;
    private final Output output;

    NumatuneVerb(DomainArgument domain, Output output) {
        this.domain = domain;
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        return new Report(output)
                .command(
                        "numatune",
                        CommandGroup.DOMAIN,
                        "Get numa parameters",
                        "Get the current numa parameters for a guest domain.",
                        options(),
                        this::answer);
    }

    private List<Option> options() {
        List<Option> options = new ArrayList<>(List.of(domain.option(), MODE, NODESET));
        options.addAll(DocumentScope.OPTIONS);
        return options;
    }

    private Answer answer(Invocation invocation) {
        Domain found = domain.of(invocation);
        Optional<NumaTuning> tuning =
                found.definition(DocumentScope.one(invocation, found)).numaTuning();
        Optional<String> nodes = tuning.flatMap(NumaTuning::nodeset);
        return Properties.withColons()
                .add("numa_mode", "mode", tuning.map(NumaTuning::mode).orElse("strict"))
                .add("numa_nodeset", "nodeset", new Cell(nodes.orElse(""), Datum.of(nodes)));
    }
}
