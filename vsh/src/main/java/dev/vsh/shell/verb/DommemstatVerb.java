package dev.vsh.shell.verb;

import dev.vsh.domain.ByteSize;
import dev.vsh.domain.ResourceUsage;
import dev.vsh.driver.Domain;
import dev.vsh.driver.XmlView;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.output.Output;

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
        return new CommandDefinition(
                "dommemstat",
                CommandGroup.MONITOR,
                "get memory statistics for a domain",
                "Get memory statistics for a running domain.",
                List.of(domain.option()),
                this::run);
    }

    private void run(Invocation invocation) {
        Domain found = domain.of(invocation);
        ResourceUsage.Memory memory = found.usage().memory();
        print("actual", found.definition(XmlView.LIVE).currentMemory());
        print("swap_in", memory.swap());
        print("rss", memory.total());
    }

    private void print(String field, ByteSize size) {
        output.printLine(field + " " + size.toKibibytes());
    }
}
