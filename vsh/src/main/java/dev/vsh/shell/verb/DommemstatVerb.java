package dev.vsh.shell.verb;

import dev.vsh.domain.ByteSize;
import dev.vsh.domain.ResourceUsage;
import dev.vsh.driver.Domain;
import dev.vsh.driver.XmlView;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandException;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.output.Answer;
import dev.vsh.shell.output.Cell;
import dev.vsh.shell.output.Datum;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.output.Properties;

import java.util.List;

/** {@code dommemstat}, in KiB. */
final class DommemstatVerb implements Verb {
    private final DomainArgument domain;
    private final Output output;

    DommemstatVerb(DomainArgument domain, Output output) {
        this.domain = domain;
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        return new Report(output)
                .command(
                        "dommemstat",
                        CommandGroup.MONITOR,
                        "get memory statistics for a domain",
                        "Get memory statistics for a running domain.",
                        options(),
                        this::answer);
    }

    /** The documents are for {@code --period}, which is refused. */
    private List<Option> options() {
        return List.of(
                domain.option(),
                Option.Refused.named("period", "a container has no balloon to ask"),
                new Option.Flag("config", "changes nothing"),
                new Option.Flag("live", "changes nothing"),
                new Option.Flag("current", "changes nothing"));
    }

    private Answer answer(Invocation invocation) {
        Domain found = domain.of(invocation);
        ResourceUsage.Memory memory =
                CommandException.attemptToGet(
                        "Failed to get memory statistics for domain " + domain.typed(invocation),
                        () -> found.usage().memory());
        return Properties.inWords()
                .add("actual", "actualBytes", cell(found.definition(XmlView.LIVE).currentMemory()))
                .add("swap_in", "swapBytes", cell(memory.swap()))
                .add("rss", "rssBytes", cell(memory.total()));
    }

    private static Cell cell(ByteSize size) {
        return new Cell(Long.toString(size.toKibibytes()), Datum.of(size.bytes()));
    }
}
