package dev.vsh.shell.verb;

import dev.vsh.shell.command.CommandDefinition;
import dev.vsh.shell.command.CommandGroup;
import dev.vsh.shell.command.Invocation;
import dev.vsh.shell.command.Option;
import dev.vsh.shell.command.ValueCompleter;
import dev.vsh.shell.output.Answer;
import dev.vsh.shell.output.Datum;
import dev.vsh.shell.output.Output;
import dev.vsh.shell.output.Shown;
import dev.vsh.shell.session.HypervisorConnection;

import java.util.List;

/** {@code maxvcpus}. */
final class MaxvcpusVerb implements Verb {
    private static final Option.Text TYPE =
            Option.Text.optional("type", "domain type", ValueCompleter.NOTHING);

    private final HypervisorConnection hypervisor;
    private final Output output;

    MaxvcpusVerb(HypervisorConnection hypervisor, Output output) {
        this.hypervisor = hypervisor;
        this.output = output;
    }

    @Override
    public CommandDefinition definition() {
        return new Report(output)
                .command(
                        "maxvcpus",
                        CommandGroup.HOST,
                        "connection vcpu maximum",
                        "Show maximum number of virtual CPUs for guests on this connection.",
                        List.of(TYPE),
                        this::answer);
    }

    private Answer answer(Invocation invocation) {
        int most = hypervisor.get().machine().processors().present();
        return Shown.of("" + most, Datum.fields(Datum.field("maximum", most)));
    }
}
