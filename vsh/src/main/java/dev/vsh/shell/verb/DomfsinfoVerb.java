package dev.vsh.shell.verb;

import dev.vsh.domain.MountedFilesystem;
import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.output.Answer;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.output.Table;

import java.util.List;

/** {@code domfsinfo}. */
final class DomfsinfoVerb implements Verb {

    private final DomainArgument domain;
    private final Output output;

    DomfsinfoVerb(DomainArgument domain, Output output) {
        this.domain = domain;
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        return new Report(output)
                .command(
                        "domfsinfo",
                        CommandGroup.DOMAIN,
                        "Get information of domain's mounted filesystems.",
                        "Get information of domain's mounted filesystems.",
                        List.of(domain.option()),
                        this::answer);
    }

    private Answer answer(Invocation invocation) {
        Table table = new Table("Mountpoint", "Name", "Type");
        for (MountedFilesystem each : domain.of(invocation).filesystems()) {
            table.addRow(List.of(each.mountPoint(), each.source(), each.type()));
        }
        return table;
    }
}
